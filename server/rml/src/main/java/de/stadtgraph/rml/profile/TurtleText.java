package de.stadtgraph.rml.profile;

/// Texts as Turtle writes them. Stateless.
final class TurtleText {
    private static final int LONGEST_COMMENT = 160;

    private TurtleText() {}

    /// In quotes, with what must be escaped.
    static String quoted(String text) {
        var quoted = new StringBuilder("\"");
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    if (sign < ' ' || sign == 0x7F || (Character.isSurrogate(sign) && !isPair(text, i))) {
                        quoted.append("\\u%04X".formatted(Character.isSurrogate(sign) ? 0xFFFD : (int) sign));
                    } else {
                        quoted.append(sign);
                    }
                }
            }
        }
        return quoted.append('"').toString();
    }

    private static boolean isPair(String text, int at) {
        return Character.isHighSurrogate(text.charAt(at))
                ? at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1))
                : at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }

    /// One line for a comment.
    static String comment(String text) {
        String line = text.replaceAll("[\\p{Cntrl}\\p{Co}\\p{Cs}\u2028\u2029\u0085]+", " ")
                .strip();
        return line.length() > LONGEST_COMMENT ? line.substring(0, LONGEST_COMMENT) + "…" : line;
    }

    /// A reference inside a template.
    static String inTemplate(String reference) {
        return "{" + reference.replace("\\", "\\\\").replace("{", "\\{").replace("}", "\\}") + "}";
    }
}
