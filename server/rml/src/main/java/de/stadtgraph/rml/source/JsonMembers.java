package de.stadtgraph.rml.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Takes objects of JSON apart whose members are plain values: the place of each value, and no tree.
///
/// It is stricter than JSON: objects with inner objects or arrays, escapes, repeated names or mistakes are left to
/// [JsonText]. Names that come in the same order as before are found at once. Not thread-safe.
final class JsonMembers {
    /// Objects with more different names are left, too.
    private static final int MOST_NAMES = 256;

    private static final int LONGEST_NUMBER = 1_000;
    private static final int TEXT = 0;
    private static final int NUMBER = 1;
    private static final int BOOLEAN = 2;

    private final FieldTree fields;
    private final List<Member> members = new ArrayList<>();
    private byte[] bytes = new byte[0];
    private int at;
    private int end;
    private int expected;
    private int asked;
    private int[] places = new int[0];

    /// A name that was seen.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Member(byte[] name, String text, FieldTree.Node field) {}

    JsonMembers(FieldTree fields) {
        this.fields = fields;
    }

    /// The places of the members' values: the first byte, the end, and the kind, three numbers a member in the order of
    /// [#find]; the end is 0 where there is no value. Null if the object is left.
    int @Nullable [] take(byte[] source, int from, int to) throws BrokenSourceException {
        bytes = source;
        at = from;
        end = to;
        expected = 0;
        places = new int[members.size() * 3];
        if (!object()) {
            return null;
        }
        for (int i = 0; i < places.length; i += 3) {
            if (places[i] != 0) {
                FieldTree.Node field = members.get(i / 3).field();
                if (places[i + 1] > places[i]) {
                    fields.filled(field);
                } else {
                    fields.empty(field);
                }
            }
        }
        return places;
    }

    /// The number of a member, or -1; names that are asked in the order of the objects are found at once.
    int find(String name) {
        int count = members.size();
        for (int i = 1; i <= count; i++) {
            int number = asked + i < count ? asked + i : asked + i - count;
            if (members.get(number).text().equals(name)) {
                asked = number;
                return number;
            }
        }
        return -1;
    }

    private boolean object() throws BrokenSourceException {
        if (!isNext('{')) {
            return false;
        }
        do {
            blanks();
            if (!member()) {
                return false;
            }
            blanks();
        } while (isNext(','));
        if (!isNext('}')) {
            return false;
        }
        blanks();
        return at == end;
    }

    private boolean isNext(char wanted) {
        boolean is = at < end && bytes[at] == wanted;
        at += is ? 1 : 0;
        return is;
    }

    private void blanks() {
        while (at < end && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r' || bytes[at] == '\t')) {
            at++;
        }
    }

    private boolean member() throws BrokenSourceException {
        int from = at + 1;
        if (!string()) {
            return false;
        }
        int number = number(from, at - 1);
        blanks();
        if (number < 0 || !isNext(':')) {
            return false;
        }
        blanks();
        int start = at;
        if (at == end || places[number * 3] != 0) {
            return false;
        }
        return switch (bytes[at]) {
            case '"' -> string() && place(number, start + 1, at - 1, TEXT);
            case 't' -> word("true") && place(number, start, at, BOOLEAN);
            case 'f' -> word("false") && place(number, start, at, BOOLEAN);
            case 'n' -> word("null") && place(number, start, 0, TEXT);
            default -> digits() && place(number, start, at, NUMBER);
        };
    }

    private boolean place(int number, int from, int to, int kind) {
        places[number * 3] = from;
        places[number * 3 + 1] = to;
        places[number * 3 + 2] = kind;
        return true;
    }

    /// The kind of value that a third number stands for.
    static Value.Kind kind(int kind) {
        return kind == TEXT ? Value.Kind.TEXT : kind == NUMBER ? Value.Kind.NUMBER : Value.Kind.BOOLEAN;
    }

    /// Passes a string without escapes; its quotes are the bytes around it.
    private boolean string() {
        if (!isNext('"')) {
            return false;
        }
        byte[] source = bytes;
        int i = at;
        while (i < end && source[i] != '"' && source[i] != '\\' && (source[i] < 0 || source[i] >= ' ')) {
            i++;
        }
        at = i;
        return isNext('"');
    }

    private boolean word(String word) {
        for (int i = 0; i < word.length(); i++) {
            if (!isNext(word.charAt(i))) {
                return false;
            }
        }
        return isAtEndOfValue();
    }

    private boolean isAtEndOfValue() {
        return at < end && " \n\r\t,}".indexOf(bytes[at]) >= 0;
    }

    /// Passes a number (RFC 8259, section 6).
    private boolean digits() {
        int start = at;
        sign("-");
        boolean whole = isNext('0') || run();
        boolean fraction = !isNext('.') || run();
        boolean exponent = true;
        if (isNext('e') || isNext('E')) {
            sign("+-");
            exponent = run();
        }
        return whole && fraction && exponent && at - start <= LONGEST_NUMBER && isAtEndOfValue();
    }

    private void sign(String signs) {
        at += at < end && signs.indexOf(bytes[at]) >= 0 ? 1 : 0;
    }

    /// Passes digits, at least one.
    private boolean run() {
        int start = at;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9') {
            at++;
        }
        return at > start;
    }

    /// The number of a name, a new one if it was not seen before; -1 if there are too many.
    private int number(int from, int to) throws BrokenSourceException {
        int count = members.size();
        for (int i = 0; i < count; i++) {
            int number = expected + i < count ? expected + i : expected + i - count;
            byte[] name = members.get(number).name();
            if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
                expected = number + 1 == count ? 0 : number + 1;
                return number;
            }
        }
        if (count == MOST_NAMES) {
            return -1;
        }
        String text = new String(bytes, from, to - from, StandardCharsets.UTF_8);
        members.add(new Member(Arrays.copyOfRange(bytes, from, to), text, fields.field(text)));
        places = Arrays.copyOf(places, count * 3 + 3);
        expected = 0;
        return count;
    }
}
