package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.term.TermId;
import java.time.LocalDate;

/// The values of a tag as rising numbers from 0, each with the ids that have this value: an inline id also holds how
/// the value is written. Stateless.
final class IdValues {
    private static final int DECIMAL_BITS = 3;
    private static final int ZONED_BITS = 13;
    private static final int LOCAL_BITS = 2;
    private static final int WRITTEN_DIGITS = 3;
    private static final long DAY = 86_400_000;
    private static final long YEAR_ONE = LocalDate.of(1, 1, 1).toEpochDay();
    private static final long LAST_DAY = LocalDate.of(9999, 12, 31).toEpochDay();
    private static final long FIRST_ZONED = LocalDate.of(1582, 12, 31).toEpochDay();
    private static final long LAST_ZONED = LocalDate.of(2583, 1, 1).toEpochDay();

    private IdValues() {}

    /// Number of values of an inline tag.
    static long count(int tag) {
        return switch (tag) {
            case TermId.INTEGER -> 1L << 59;
            case TermId.DECIMAL -> 1L << 56;
            case TermId.ZONED_DATE_TIME -> (LAST_ZONED - FIRST_ZONED + 1) * DAY;
            case TermId.LOCAL_DATE_TIME -> (LAST_DAY - YEAR_ONE + 1) * DAY;
            case TermId.DATE -> LAST_DAY - YEAR_ONE + 1;
            default -> throw new IllegalArgumentException("tag " + tag + " has no values in order");
        };
    }

    /// An id with the value.
    static long id(int tag, long value) {
        return switch (tag) {
            case TermId.DECIMAL -> last(tag, value);
            case TermId.ZONED_DATE_TIME, TermId.LOCAL_DATE_TIME -> first(tag, value) | WRITTEN_DIGITS;
            default -> TermId.of(tag, value);
        };
    }

    /// The smallest id with the value.
    static long first(int tag, long value) {
        return TermId.of(tag, value << bits(tag));
    }

    /// The largest id with the value.
    static long last(int tag, long value) {
        return TermId.of(tag, ((value + 1) << bits(tag)) - 1);
    }

    private static int bits(int tag) {
        return switch (tag) {
            case TermId.DECIMAL -> DECIMAL_BITS;
            case TermId.ZONED_DATE_TIME -> ZONED_BITS;
            case TermId.LOCAL_DATE_TIME -> LOCAL_BITS;
            default -> 0;
        };
    }
}
