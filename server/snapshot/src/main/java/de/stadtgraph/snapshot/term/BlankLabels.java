package de.stadtgraph.snapshot.term;

/// Labels of blank nodes: scope and label in the dictionary, one label for a reader. Stateless.
final class BlankLabels {
    private static final char BORDER = '\u0001';

    private BlankLabels() {}

    /// A label that a reader was given names its scope itself.
    static void put(String scope, String label, KeyBuffer key) {
        int border = label.indexOf(BORDER);
        key.put(border < 0 ? scope : label.substring(0, border));
        key.putByte(0);
        key.put(label.substring(border + 1));
    }

    /// The label for readers; one without scope stays as it was.
    static String label(byte[] bytes, int offset, int length) {
        String text = Utf8.decode(bytes, offset, length);
        return text.charAt(0) == 0 ? text.substring(1) : text.replaceFirst("\u0000", String.valueOf(BORDER));
    }
}
