package de.stadtgraph.snapshot.term;

/// Integers and decimals in ids: parsing from bytes and printing. Stateless.
final class InlineNumbers {
    private static final long[] POWERS = {1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000};

    private InlineNumbers() {}

    /// Id of an `xsd:integer` in bytes, or 0 when it is not inlined: `0` or `-?[1-9][0-9]*`, below 2^58.
    static long parseInteger(byte[] text, int offset, int length) {
        boolean negative = length > 0 && text[offset] == '-';
        int start = negative ? offset + 1 : offset;
        int digits = offset + length - start;
        if (digits < 1 || digits > 18 || (text[start] == '0' && (digits > 1 || negative))) {
            return 0;
        }
        long value = digits(text, start, digits);
        if (value < 0 || value >= TermId.INTEGER_BIAS) {
            return 0;
        }
        return TermId.integer(negative ? -value : value);
    }

    /// Id of an `xsd:decimal` in bytes, or 0 when it is not inlined: `-?(0|[1-9][0-9]*)(\.[0-9]{1,7})?`, below 2^55
    /// when multiplied by 10^7, and no `-0`.
    static long parseDecimal(byte[] text, int offset, int length) {
        boolean negative = length > 0 && text[offset] == '-';
        int start = negative ? offset + 1 : offset;
        int end = offset + length;
        int point = start;
        while (point < end && text[point] != '.') {
            point++;
        }
        int whole = point - start;
        int fraction = point == end ? 0 : end - point - 1;
        if (whole < 1 || whole > 10 || (whole > 1 && text[start] == '0')) {
            return 0;
        }
        if (fraction > 7 || (fraction == 0 && point < end)) {
            return 0;
        }
        long high = digits(text, start, whole);
        long low = fraction == 0 ? 0 : digits(text, point + 1, fraction);
        if (high < 0 || low < 0) {
            return 0;
        }
        long scaled = high * TermId.DECIMAL_SCALE + low * POWERS[7 - fraction];
        if (scaled >= TermId.DECIMAL_BIAS || (negative && scaled == 0)) {
            return 0;
        }
        return TermId.decimal(negative ? -scaled : scaled, fraction);
    }

    /// The number of up to 18 digits, or -1.
    private static long digits(byte[] text, int at, int count) {
        long value = 0;
        for (int i = 0; i < count; i++) {
            int digit = text[at + i] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            value = 10 * value + digit;
        }
        return value;
    }

    static int printInteger(long id, byte[] out) {
        return print(TermId.integerValue(id), out, 0);
    }

    static int printDecimal(long id, byte[] out) {
        long scaled = TermId.decimalScaled(id);
        int digits = TermId.decimalDigits(id);
        int at = 0;
        if (scaled < 0) {
            out[at++] = '-';
            scaled = -scaled;
        }
        at = print(scaled / TermId.DECIMAL_SCALE, out, at);
        if (digits == 0) {
            return at;
        }
        out[at++] = '.';
        long fraction = scaled % TermId.DECIMAL_SCALE / POWERS[7 - digits];
        for (int i = digits - 1; i >= 0; i--) {
            out[at++] = (byte) ('0' + fraction / POWERS[i] % 10);
        }
        return at;
    }

    private static int print(long number, byte[] out, int offset) {
        int at = offset;
        long value = number;
        if (value < 0) {
            out[at++] = '-';
            value = -value;
        }
        int start = at;
        do {
            out[at++] = (byte) ('0' + value % 10);
            value /= 10;
        } while (value > 0);
        reverse(out, start, at - 1);
        return at;
    }

    private static void reverse(byte[] out, int from, int to) {
        for (int i = from, j = to; i < j; i++, j--) {
            byte swapped = out[i];
            out[i] = out[j];
            out[j] = swapped;
        }
    }
}
