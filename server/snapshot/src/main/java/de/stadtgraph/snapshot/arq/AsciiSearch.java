package de.stadtgraph.snapshot.arq;

import java.util.Optional;

/// Looks for an ASCII text in UTF-8 without making a string of it, in the case it is written or whatever the case.
///
/// What it finds is certain. What it does not find may still be there in letters outside of ASCII that become ASCII
/// when
/// their case is changed: then it says *perhaps*. Immutable.
final class AsciiSearch {
    /// What is done with the letters of the text before it is searched.
    enum Letters {
        AS_WRITTEN,
        LOWER,
        UPPER
    }

    enum Place {
        ANYWHERE,
        START,
        END
    }

    enum Found {
        YES,
        NO,
        PERHAPS
    }

    /// The bit that tells upper from lower case in an ASCII letter.
    private static final int CASE = 0x20;

    /// First bytes of the two characters whose lower case has ASCII letters: U+0130 and the Kelvin sign U+212A.
    private static final byte DOTTED_I = (byte) 0xC4;

    private static final byte KELVIN = (byte) 0xE2;

    private final Letters letters;
    private final Place place;
    private final byte[] wanted;

    /// At each letter the bit of its case if that is ignored, otherwise nothing.
    private final byte[] ignored;

    private AsciiSearch(Letters letters, Place place, byte[] wanted, byte[] ignored) {
        this.letters = letters;
        this.place = place;
        this.wanted = wanted;
        this.ignored = ignored;
    }

    /// The search for a part; nothing if the part is empty, is not ASCII or has letters of the other case.
    static Optional<AsciiSearch> of(Letters letters, Place place, String part) {
        byte[] wanted = new byte[part.length()];
        byte[] ignored = new byte[part.length()];
        for (int i = 0; i < wanted.length; i++) {
            char unit = part.charAt(i);
            boolean upper = unit >= 'A' && unit <= 'Z';
            boolean lower = unit >= 'a' && unit <= 'z';
            if (unit > 0x7F || (upper && letters == Letters.LOWER) || (lower && letters == Letters.UPPER)) {
                return Optional.empty();
            }
            ignored[i] = (byte) ((upper || lower) && letters != Letters.AS_WRITTEN ? CASE : 0);
            wanted[i] = (byte) (unit | ignored[i]);
        }
        return wanted.length == 0 ? Optional.empty() : Optional.of(new AsciiSearch(letters, place, wanted, ignored));
    }

    /// Looks in the bytes from `start` to `end`.
    Found in(byte[] bytes, int start, int end) {
        int last = end - wanted.length;
        boolean found = switch (place) {
            case ANYWHERE -> isFound(bytes, start, last);
            case START -> start <= last && isAt(bytes, start);
            case END -> start <= last && isAt(bytes, last);
        };
        if (found) {
            return Found.YES;
        }
        return letters == Letters.AS_WRITTEN || isDecided(bytes, start, end) ? Found.NO : Found.PERHAPS;
    }

    private boolean isFound(byte[] bytes, int from, int last) {
        byte first = wanted[0];
        byte either = ignored[0];
        for (int at = from; at <= last; at++) {
            if ((bytes[at] | either) == first && isAt(bytes, at)) {
                return true;
            }
        }
        return false;
    }

    private boolean isAt(byte[] bytes, int at) {
        for (int i = 0; i < wanted.length; i++) {
            if ((bytes[at + i] | ignored[i]) != wanted[i]) {
                return false;
            }
        }
        return true;
    }

    /// Whether no character's case may bring ASCII letters.
    private boolean isDecided(byte[] bytes, int start, int end) {
        for (int at = start; at < end; at++) {
            byte unit = bytes[at];
            if (unit < 0 && (letters == Letters.UPPER || unit == DOTTED_I || unit == KELVIN)) {
                return false;
            }
        }
        return true;
    }
}
