package de.stadtgraph.snapshot.term;

/// Literals whose id holds their whole value. Stateless.
final class Inline {
    /// Longest lexical form of an inlined literal.
    static final int MAX_LENGTH = 40;

    private static final byte[] TRUE = {'t', 'r', 'u', 'e'};
    private static final byte[] FALSE = {'f', 'a', 'l', 's', 'e'};

    private Inline() {}

    /// Id of a literal of a datatype, or 0 when it is not inlined.
    static long parse(Datatype datatype, byte[] text, int offset, int length) {
        return switch (datatype) {
            case INTEGER -> InlineNumbers.parseInteger(text, offset, length);
            case DECIMAL -> InlineNumbers.parseDecimal(text, offset, length);
            case DATE_TIME -> DateTimes.parseDateTime(text, offset, length);
            case DATE -> DateTimes.parseDate(text, offset, length);
            case BOOLEAN -> parseBoolean(text, offset, length);
            case STRING, DOUBLE, FLOAT, DERIVED_NUMBER, OTHER -> 0;
        };
    }

    private static long parseBoolean(byte[] text, int offset, int length) {
        if (equal(TRUE, text, offset, length)) {
            return TermId.of(TermId.BOOLEAN, 1);
        }
        return equal(FALSE, text, offset, length) ? TermId.of(TermId.BOOLEAN, 0) : 0;
    }

    private static boolean equal(byte[] word, byte[] text, int offset, int length) {
        return java.util.Arrays.equals(word, 0, word.length, text, offset, offset + length);
    }

    /// Writes the lexical form of an inlined literal.
    ///
    /// @param out at least [#MAX_LENGTH] long
    /// @return its length
    static int print(long id, byte[] out) {
        return switch (TermId.tag(id)) {
            case TermId.INTEGER -> InlineNumbers.printInteger(id, out);
            case TermId.DECIMAL -> InlineNumbers.printDecimal(id, out);
            case TermId.ZONED_DATE_TIME, TermId.LOCAL_DATE_TIME -> DateTimes.printDateTime(id, out);
            case TermId.DATE -> DateTimes.printDate(id, out);
            case TermId.BOOLEAN -> copy(TermId.booleanValue(id) ? TRUE : FALSE, out);
            default -> throw new IllegalArgumentException("not an inlined literal: " + id);
        };
    }

    private static int copy(byte[] word, byte[] out) {
        System.arraycopy(word, 0, out, 0, word.length);
        return word.length;
    }

    static Datatype datatype(int tag) {
        return switch (tag) {
            case TermId.INTEGER -> Datatype.INTEGER;
            case TermId.DECIMAL -> Datatype.DECIMAL;
            case TermId.ZONED_DATE_TIME, TermId.LOCAL_DATE_TIME -> Datatype.DATE_TIME;
            case TermId.DATE -> Datatype.DATE;
            case TermId.BOOLEAN -> Datatype.BOOLEAN;
            default -> throw new IllegalArgumentException("tag " + tag + " is not inlined");
        };
    }
}
