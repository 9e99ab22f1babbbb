package de.stadtgraph.rml.profile;

import java.util.regex.Pattern;

/// The form of one value: every text has exactly one.
public enum ValueForm {
    INTEGER,
    /// Digits with a leading zero: a code, not a number.
    ZERO_LED,
    DECIMAL_POINT,
    DECIMAL_COMMA,
    /// `1.234`: a decimal or a thousand, nobody can tell.
    UNCLEAR_POINT,
    /// `1,234`.
    UNCLEAR_COMMA,
    /// `1.463.463` or `1.234,5`.
    GROUPED_POINT,
    /// `1,463,463` or `1,234.5`.
    GROUPED_COMMA,
    /// `1 463`, also with no-break blanks.
    GROUPED_BLANK,
    /// With an exponent.
    FLOAT,
    DATE_ISO,
    DATE_GERMAN,
    /// `3/14/2016` or `14/3/2016`.
    DATE_SLASH,
    TIME_ISO,
    TIME_GERMAN,
    TIME_SLASH,
    BOOLEAN,
    /// A word for "no value": `-`, `k.A.`, `null`.
    NOTHING,
    URL,
    EMAIL,
    PHONE,
    IBAN,
    UUID,
    WKT,
    EWKB,
    GEOJSON,
    /// A node that is no geometry.
    NODE,
    TEXT;

    private static final Pattern ISO_DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern ISO_TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2}([.]\\d{1,9})?)?(Z|[+-]\\d{2}:\\d{2})?");
    private static final Pattern GERMAN_DATE = Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{4}");
    private static final Pattern GERMAN_TIME = Pattern.compile("\\d{2}\\.\\d{2}\\.\\d{4} \\d{2}:\\d{2}(:\\d{2})?");
    private static final Pattern SLASH_DATE = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4}");
    private static final Pattern SLASH_TIME = Pattern.compile("\\d{1,2}/\\d{1,2}/\\d{4} \\d{1,2}:\\d{2}");
    private static final Pattern POINT_GROUPS = Pattern.compile("\\d{1,3}([.]\\d{3})+(,\\d+)?");
    private static final Pattern COMMA_GROUPS = Pattern.compile("\\d{1,3}(,\\d{3})+([.]\\d+)?");
    private static final Pattern BLANK_GROUPS = Pattern.compile("\\d{1,3}([ \u00A0\u202F]\\d{3})+(,\\d+)?");
    private static final Pattern EXPONENT = Pattern.compile("\\d+([.]\\d+)?[eE][+-]?\\d+");
    private static final Pattern MAIL =
            Pattern.compile("[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}([.][A-Za-z0-9-]{1,63})*[.][A-Za-z]{2,}");
    private static final Pattern TELEPHONE = Pattern.compile("([+]\\d{2}|0)[ (/-]*\\d[\\d ()/-]{5,18}");
    private static final Pattern ACCOUNT = Pattern.compile("[A-Z]{2}\\d{2} ?(\\d{4} ?){4}\\d{2}");
    private static final Pattern UNIQUE = Pattern.compile("[{]?[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}[}]?");
    private static final Pattern HEX =
            Pattern.compile("(01(0[1-7])0000[0-9A-Fa-f]0|00[0-9A-Fa-f]{2}00000[1-7])([0-9A-Fa-f]{2}){8,}+");
    private static final Pattern SHAPE = Pattern.compile(
            "(?i)(SRID=\\d+;\\s*)?(MULTI)?(POINT|LINESTRING|POLYGON)\\s*(Z|M|ZM)?\\s*\\(.*", Pattern.DOTALL);
    private static final int LONGEST = 64;

    /// The form of a value that is not empty.
    static ValueForm of(String raw) {
        String text = raw.strip();
        if (text.isEmpty()) {
            return NOTHING;
        }
        char first = text.charAt(0);
        if (first == '{' || first == '[') {
            return first == '{' ? node(text) : TEXT;
        }
        boolean digit = first >= '0' && first <= '9';
        if (digit || ((first == '-' || first == '+') && text.length() > 1)) {
            return text.length() > LONGEST ? longDigits(text) : digits(text);
        }
        return text.length() > LONGEST && !SHAPE.matcher(text).matches() ? longText(text) : words(text);
    }

    /// A geometry, but no feature that holds one.
    private static ValueForm node(String text) {
        boolean geometry = text.contains("\"coordinates\"") && text.contains("\"type\"") && !text.contains("\"Feature");
        return geometry ? GEOJSON : NODE;
    }

    private static ValueForm longDigits(String text) {
        return HEX.matcher(text).matches() ? EWKB : TEXT;
    }

    private static ValueForm longText(String text) {
        return text.startsWith("http://") || text.startsWith("https://") ? link(text) : TEXT;
    }

    private static ValueForm link(String text) {
        return text.chars().anyMatch(Character::isWhitespace) ? TEXT : URL;
    }

    private static ValueForm digits(String text) {
        boolean signed = text.charAt(0) == '-' || text.charAt(0) == '+';
        String number = signed ? text.substring(1) : text;
        ValueForm plain = plain(number);
        if (plain != TEXT) {
            return plain;
        }
        if (signed) {
            return text.charAt(0) == '+' && TELEPHONE.matcher(text).matches() ? PHONE : TEXT;
        }
        return times(text);
    }

    private static ValueForm plain(String number) {
        int points = count(number, '.');
        int commas = count(number, ',');
        if (isDigits(number, '0')) {
            return number.length() > 1 && number.charAt(0) == '0' ? ZERO_LED : INTEGER;
        }
        if (points == 1 && commas == 0 && isDigits(number, '.')) {
            return isUnclear(number, number.indexOf('.')) ? UNCLEAR_POINT : DECIMAL_POINT;
        }
        if (commas == 1 && points == 0 && isDigits(number, ',')) {
            return isUnclear(number, number.indexOf(',')) ? UNCLEAR_COMMA : DECIMAL_COMMA;
        }
        if (POINT_GROUPS.matcher(number).matches()) {
            return GROUPED_POINT;
        }
        if (COMMA_GROUPS.matcher(number).matches()) {
            return GROUPED_COMMA;
        }
        if (BLANK_GROUPS.matcher(number).matches()) {
            return GROUPED_BLANK;
        }
        return EXPONENT.matcher(number).matches() ? FLOAT : TEXT;
    }

    /// `1.234` but not `0.234`, `1234.567`.
    private static boolean isUnclear(String number, int sign) {
        return sign >= 1 && sign <= 3 && number.length() - sign == 4 && number.charAt(0) != '0';
    }

    private static ValueForm times(String text) {
        if (ISO_DATE.matcher(text).matches()) {
            return DATE_ISO;
        }
        if (GERMAN_DATE.matcher(text).matches()) {
            return DATE_GERMAN;
        }
        if (ISO_TIME.matcher(text).matches()) {
            return TIME_ISO;
        }
        if (GERMAN_TIME.matcher(text).matches()) {
            return TIME_GERMAN;
        }
        if (SLASH_DATE.matcher(text).matches()) {
            return DATE_SLASH;
        }
        if (SLASH_TIME.matcher(text).matches()) {
            return TIME_SLASH;
        }
        if (HEX.matcher(text).matches()) {
            return EWKB;
        }
        if (UNIQUE.matcher(text).matches()) {
            return UUID;
        }
        return TELEPHONE.matcher(text).matches() ? PHONE : mail(text);
    }

    private static ValueForm words(String text) {
        switch (text.toLowerCase(java.util.Locale.ROOT)) {
            case "true", "false", "ja", "nein", "yes", "no", "wahr", "falsch" -> {
                return BOOLEAN;
            }
            case "-", "--", "–", ".", "k.a.", "k. a.", "null", "n/a", "na", "nan", "none", "#n/a", "unbekannt" -> {
                return NOTHING;
            }
            default -> {}
        }
        if (text.startsWith("http://") || text.startsWith("https://")) {
            return link(text);
        }
        if (SHAPE.matcher(text).matches()) {
            return WKT;
        }
        if (ACCOUNT.matcher(text).matches()) {
            return IBAN;
        }
        if (UNIQUE.matcher(text).matches()) {
            return UUID;
        }
        return mail(text);
    }

    private static ValueForm mail(String text) {
        return text.indexOf('@') > 0 && MAIL.matcher(text).matches() ? EMAIL : TEXT;
    }

    private static int count(String text, char wanted) {
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            count += text.charAt(i) == wanted ? 1 : 0;
        }
        return count;
    }

    /// Digits, and the sign anywhere but at the ends.
    private static boolean isDigits(String text, char sign) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean inside = c == sign && i > 0 && i < text.length() - 1;
            if (!(c >= '0' && c <= '9') && !inside) {
                return false;
            }
        }
        return !text.isEmpty();
    }
}
