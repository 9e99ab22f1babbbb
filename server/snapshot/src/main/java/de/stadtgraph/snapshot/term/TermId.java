package de.stadtgraph.snapshot.term;

/// The layout of an id: sign, 4 bits tag, 59 bits payload.
///
/// Stored ids are positive, so comparing `long`s compares ids; a negative id is a term of one query that is not in the
/// dictionary ([LocalTerms]); 0 is unbound. Equal ids are equal RDF terms and, within one dictionary, the other way
/// round. A literal is inlined if and only if the decoder prints exactly its lexical form; the payload of every other
/// term is its rank in its section of the dictionary.
///
/// Within the tags IRI, STRING and LANG_STRING together, and within each of INTEGER, DECIMAL, EXACT_NUMBER, DOUBLE,
/// FLOAT and DATE, the order of ids is the order of ORDER BY; within ZONED_DATE_TIME and LOCAL_DATE_TIME when the
/// column has one zone and one number of fraction digits.
public final class TermId {
    public static final long UNBOUND = 0;

    public static final int BLANK = 1;
    public static final int IRI = 2;
    public static final int STRING = 3;
    public static final int LANG_STRING = 4;
    /// `xsd:integer` in canonical form, below 2^58.
    public static final int INTEGER = 5;
    /// `xsd:decimal` of up to 7 digits after the point.
    public static final int DECIMAL = 6;
    /// Every other exact number: not canonical, big, or of a derived datatype as `xsd:int`.
    public static final int EXACT_NUMBER = 7;
    public static final int DOUBLE = 8;
    public static final int FLOAT = 9;
    public static final int ZONED_DATE_TIME = 10;
    public static final int LOCAL_DATE_TIME = 11;
    /// `xsd:date` without zone.
    public static final int DATE = 12;
    public static final int BOOLEAN = 13;
    /// Every other literal, by datatype and lexical form.
    public static final int OTHER = 14;
    public static final int TRIPLE = 15;

    /// Number of tags, [#UNBOUND] included.
    public static final int TAGS = 16;

    /// Decimals are held as value × 10^7.
    public static final long DECIMAL_SCALE = 10_000_000;

    static final int PAYLOAD_BITS = 59;
    static final long PAYLOAD_MASK = (1L << PAYLOAD_BITS) - 1;
    static final long INTEGER_BIAS = 1L << 58;
    static final long DECIMAL_BIAS = 1L << 55;

    private TermId() {}

    public static int tag(long id) {
        return (int) (id >>> PAYLOAD_BITS) & 15;
    }

    public static long payload(long id) {
        return id & PAYLOAD_MASK;
    }

    public static long of(int tag, long payload) {
        return ((long) tag << PAYLOAD_BITS) | payload;
    }

    /// The smallest id of a tag.
    public static long first(int tag) {
        return (long) tag << PAYLOAD_BITS;
    }

    /// The largest id of a tag.
    public static long last(int tag) {
        return first(tag) | PAYLOAD_MASK;
    }

    /// Whether terms with this tag stand in the dictionary.
    public static boolean isRanked(int tag) {
        return ((RANKED >>> tag) & 1) != 0;
    }

    private static final int RANKED = (1 << BLANK)
            | (1 << IRI)
            | (1 << STRING)
            | (1 << LANG_STRING)
            | (1 << EXACT_NUMBER)
            | (1 << DOUBLE)
            | (1 << FLOAT)
            | (1 << OTHER)
            | (1 << TRIPLE);

    /// Whether it is a term of one query, not of the dictionary.
    public static boolean isLocal(long id) {
        return id < 0;
    }

    public static boolean isLiteral(int tag) {
        return tag >= STRING && tag <= OTHER;
    }

    public static boolean isNumber(int tag) {
        return tag >= INTEGER && tag <= FLOAT;
    }

    /// The id of an integer below 2^58 in canonical form.
    public static long integer(long value) {
        return of(INTEGER, value + INTEGER_BIAS);
    }

    public static long integerValue(long id) {
        return payload(id) - INTEGER_BIAS;
    }

    /// The id of a decimal.
    ///
    /// @param scaled value × 10^7, below 2^55
    /// @param digits how many digits are written after the point, 1 to 7, or 0: then there is no point
    public static long decimal(long scaled, int digits) {
        return of(DECIMAL, ((scaled + DECIMAL_BIAS) << 3) | digits);
    }

    /// The value × 10^7.
    public static long decimalScaled(long id) {
        return (payload(id) >>> 3) - DECIMAL_BIAS;
    }

    /// How many digits are written after the point.
    public static int decimalDigits(long id) {
        return (int) id & 7;
    }

    public static boolean booleanValue(long id) {
        return (id & 1) != 0;
    }

    /// Day number of a date, 0 is 1970-01-01.
    public static long epochDay(long id) {
        return payload(id) - DateTimes.DAY_BIAS;
    }

    /// The id of a date.
    public static long date(long epochDay) {
        return of(DATE, epochDay + DateTimes.DAY_BIAS);
    }

    /// Milliseconds since 1970 of a date and time: of the instant if it has a zone, else of the written time.
    public static long millis(long id) {
        return tag(id) == ZONED_DATE_TIME ? DateTimes.instant(id) : DateTimes.local(id);
    }

    /// Milliseconds since 1970 of the date and time as written, its zone left aside.
    public static long writtenMillis(long id) {
        return tag(id) == ZONED_DATE_TIME ? DateTimes.written(id) : DateTimes.local(id);
    }

    /// The zone of a zoned date and time: 0 for `Z`, else its minutes + 841.
    public static int zone(long id) {
        return DateTimes.zone(id);
    }

    /// How many digits of a second's fraction are written, 0 to 3.
    public static int fractionDigits(long id) {
        return (int) id & 3;
    }
}
