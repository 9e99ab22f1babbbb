package de.stadtgraph.query;

/// A text that charges the meter for each look at a character, so that a regular expression cannot run away.
///
/// @param text what is searched
/// @param meter account of the query
record CountedText(String text, PlanMeter meter) implements CharSequence {
    @Override
    public int length() {
        return text.length();
    }

    @Override
    public char charAt(int index) {
        meter.step(1);
        return text.charAt(index);
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
