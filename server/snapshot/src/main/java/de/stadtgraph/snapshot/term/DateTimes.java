package de.stadtgraph.snapshot.term;

import java.time.LocalDate;

/// Dates and times with the usual lexical form, as payloads of ids. Stateless.
///
/// Zoned: instant (45 bits), zone (11 bits), fraction digits (2 bits). Local: milliseconds, fraction digits (2 bits).
final class DateTimes {
    /// Day of year 1 in the proleptic calendar, so that payloads are positive.
    static final long DAY_BIAS = 719_162;

    static final int ZONE_BIAS = 841;
    static final int MAX_ZONE = 840;
    private static final long DAY = 86_400_000;

    /// One day before 1583, so that a zone cannot make the instant negative.
    private static final long FIRST = LocalDate.of(1582, 12, 31).toEpochDay() * DAY;

    private static final long LOCAL_BIAS = DAY_BIAS * DAY;

    private DateTimes() {}

    static long zoned(long written, int zone, int digits) {
        long minutes = zone == 0 ? 0 : zone - ZONE_BIAS;
        long instant = written - minutes * 60_000 - FIRST;
        return TermId.of(TermId.ZONED_DATE_TIME, (instant << 13) | ((long) zone << 2) | digits);
    }

    static long instant(long id) {
        return (TermId.payload(id) >>> 13) + FIRST;
    }

    static int zone(long id) {
        return (int) (id >>> 2) & 0x7FF;
    }

    static long written(long id) {
        int zone = zone(id);
        return instant(id) + (zone == 0 ? 0 : zone - ZONE_BIAS) * 60_000L;
    }

    static long local(long written, int digits) {
        return TermId.of(TermId.LOCAL_DATE_TIME, ((written + LOCAL_BIAS) << 2) | digits);
    }

    static long local(long id) {
        return (TermId.payload(id) >>> 2) - LOCAL_BIAS;
    }

    /// Id of an `xsd:date` in bytes, or 0 when it is not of the form `1999-12-31` of the years 1 to 9999.
    static long parseDate(byte[] text, int offset, int length) {
        long day = length == 10 ? day(text, offset) : Long.MIN_VALUE;
        return day == Long.MIN_VALUE ? 0 : TermId.date(day);
    }

    /// Id of an `xsd:dateTime` in bytes, or 0 when it is not inlined.
    static long parseDateTime(byte[] text, int offset, int length) {
        if (length < 19 || text[offset + 10] != 'T' || text[offset + 13] != ':' || text[offset + 16] != ':') {
            return 0;
        }
        long day = day(text, offset);
        int hour = two(text, offset + 11, 23);
        int minute = two(text, offset + 14, 59);
        int second = two(text, offset + 17, 59);
        if (day == Long.MIN_VALUE || hour < 0 || minute < 0 || second < 0) {
            return 0;
        }
        int end = offset + length;
        int at = offset + 19;
        int digits = fractionDigits(text, at, end);
        if (digits < 0) {
            return 0;
        }
        int fraction = fraction(text, at + 1, digits);
        at += digits == 0 ? 0 : digits + 1;
        long written = day * DAY + ((hour * 60 + minute) * 60 + second) * 1000L + fraction;
        if (at == end) {
            return local(written, digits);
        }
        int zone = zone(text, at, end);
        int year = four(text, offset);
        return zone < 0 || year < 1583 || year > 2582 ? 0 : zoned(written, zone, digits);
    }

    private static int fractionDigits(byte[] text, int at, int end) {
        if (at == end || text[at] != '.') {
            return 0;
        }
        int digits = 0;
        while (at + 1 + digits < end && isDigit(text[at + 1 + digits])) {
            digits++;
        }
        return digits == 0 || digits > 3 ? -1 : digits;
    }

    private static int fraction(byte[] text, int at, int digits) {
        int value = 0;
        for (int i = 0; i < 3; i++) {
            value = 10 * value + (i < digits ? text[at + i] - '0' : 0);
        }
        return value;
    }

    /// Zone code, or -1.
    private static int zone(byte[] text, int at, int end) {
        if (end - at == 1 && text[at] == 'Z') {
            return 0;
        }
        if (end - at != 6 || text[at + 3] != ':' || (text[at] != '+' && text[at] != '-')) {
            return -1;
        }
        int hours = two(text, at + 1, 14);
        int minutes = two(text, at + 4, 59);
        int offset = hours * 60 + minutes;
        boolean valid = hours >= 0 && minutes >= 0 && offset <= MAX_ZONE;
        if (!valid || (text[at] == '-' && offset == 0)) {
            return -1;
        }
        return ZONE_BIAS + (text[at] == '-' ? -offset : offset);
    }

    /// Day number of `yyyy-mm-dd`, or `Long.MIN_VALUE`.
    private static long day(byte[] text, int at) {
        int year = four(text, at);
        int month = two(text, at + 5, 12);
        int day = two(text, at + 8, 31);
        if (year < 1 || month < 1 || day < 1 || text[at + 4] != '-' || text[at + 7] != '-') {
            return Long.MIN_VALUE;
        }
        return day > monthLength(year, month) ? Long.MIN_VALUE : epochDay(year, month, day);
    }

    private static int monthLength(int year, int month) {
        if (month == 2) {
            return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28;
        }
        return month == 4 || month == 6 || month == 9 || month == 11 ? 30 : 31;
    }

    /// Days since 1970-01-01; years are counted from March, so that the leap day is the last.
    private static long epochDay(int year, int month, int day) {
        long y = month <= 2 ? year - 1 : year;
        long m = month <= 2 ? month + 9 : month - 3;
        return 365 * y + y / 4 - y / 100 + y / 400 + (153 * m + 2) / 5 + day - 1 - 719_468;
    }

    private static int four(byte[] text, int at) {
        int high = two(text, at, 99);
        int low = two(text, at + 2, 99);
        return high < 0 || low < 0 ? -1 : 100 * high + low;
    }

    private static int two(byte[] text, int at, int max) {
        if (!isDigit(text[at]) || !isDigit(text[at + 1])) {
            return -1;
        }
        int value = 10 * (text[at] - '0') + text[at + 1] - '0';
        return value > max ? -1 : value;
    }

    static boolean isDigit(byte letter) {
        return letter >= '0' && letter <= '9';
    }

    static int printDate(long id, byte[] out) {
        return printDay(TermId.epochDay(id), out);
    }

    static int printDateTime(long id, byte[] out) {
        boolean zoned = TermId.tag(id) == TermId.ZONED_DATE_TIME;
        long written = zoned ? written(id) : local(id);
        int length = printDay(Math.floorDiv(written, DAY), out);
        int millis = (int) Math.floorMod(written, DAY);
        out[length++] = 'T';
        length = printTwo(millis / 3_600_000, out, length);
        out[length++] = ':';
        length = printTwo(millis / 60_000 % 60, out, length);
        out[length++] = ':';
        length = printTwo(millis / 1000 % 60, out, length);
        length = printFraction(millis % 1000, TermId.fractionDigits(id), out, length);
        return zoned ? printZone(zone(id), out, length) : length;
    }

    private static int printFraction(int millis, int digits, byte[] out, int at) {
        if (digits == 0) {
            return at;
        }
        out[at] = '.';
        out[at + 1] = (byte) ('0' + millis / 100);
        out[at + 2] = (byte) ('0' + millis / 10 % 10);
        out[at + 3] = (byte) ('0' + millis % 10);
        return at + 1 + digits;
    }

    private static int printZone(int zone, byte[] out, int at) {
        if (zone == 0) {
            out[at] = 'Z';
            return at + 1;
        }
        int minutes = zone - ZONE_BIAS;
        out[at] = (byte) (minutes < 0 ? '-' : '+');
        int next = printTwo(Math.abs(minutes) / 60, out, at + 1);
        out[next] = ':';
        return printTwo(Math.abs(minutes) % 60, out, next + 1);
    }

    private static int printDay(long epochDay, byte[] out) {
        LocalDate date = LocalDate.ofEpochDay(epochDay);
        int at = printTwo(date.getYear() / 100, out, 0);
        at = printTwo(date.getYear() % 100, out, at);
        out[at++] = '-';
        at = printTwo(date.getMonthValue(), out, at);
        out[at++] = '-';
        return printTwo(date.getDayOfMonth(), out, at);
    }

    private static int printTwo(int value, byte[] out, int at) {
        out[at] = (byte) ('0' + value / 10);
        out[at + 1] = (byte) ('0' + value % 10);
        return at + 2;
    }
}
