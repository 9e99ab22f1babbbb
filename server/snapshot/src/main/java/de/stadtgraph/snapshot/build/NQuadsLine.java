package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.term.TermBytes;
import java.nio.charset.StandardCharsets;

/// Reads one line of N-Quads as our own writer writes it. What is not of that form is not read wrongly: the line is
/// then left to the parser of Apache Jena. One thread.
final class NQuadsLine {
    private final Chunks chunks;
    private final TermBytes terms;
    private final byte[] defaultGraph;
    private final TermBytes.Stretch stretch = new TermBytes.Stretch();
    private final int[] numbers = new int[4];
    private byte[] text = new byte[1 << 12];
    private int textLength;
    private byte[] bytes = new byte[0];
    private int at;
    private int end;

    NQuadsLine(Chunks chunks, String scope, String defaultGraph) {
        this.chunks = chunks;
        this.terms = new TermBytes(scope);
        this.defaultGraph = defaultGraph.getBytes(StandardCharsets.UTF_8);
    }

    /// Adds the quad of a line to the chunk.
    ///
    /// @param to where the line ends, its line feed left out
    /// @return false when nothing was added: the line is not of the usual form
    boolean read(byte[] line, int from, int to) {
        bytes = line;
        at = from;
        end = to;
        int count = 0;
        while (at < end && bytes[at] != '.') {
            if (count == 4 || !term(count) || at >= end || bytes[at] != ' ') {
                return false;
            }
            at++;
            count++;
        }
        if (count < 3 || at != end - 1) {
            return false;
        }
        if (count == 3) {
            terms.iri(defaultGraph, 0, defaultGraph.length);
            numbers[3] = chunks.current().term(terms.key());
        }
        chunks.current().add(numbers[0], numbers[1], numbers[2], numbers[3]);
        return true;
    }

    private boolean term(int position) {
        byte first = bytes[at];
        long id = 0;
        if (first == '<' && at + 1 < end && bytes[at + 1] != '<') {
            int close = iriEnd(at + 1);
            if (close < 0) {
                return false;
            }
            terms.iri(bytes, at + 1, close);
            at = close + 1;
        } else if (first == '"' && position == 2) {
            id = literal();
            if (id < 0) {
                return false;
            }
        } else if (first == '_' && position != 1) {
            if (!blank()) {
                return false;
            }
        } else {
            return false;
        }
        numbers[position] =
                id == 0 ? chunks.current().term(terms.key()) : chunks.current().term(id);
        return true;
    }

    /// Where an IRI without escapes ends, or -1.
    private int iriEnd(int from) {
        for (int i = from; i < end; i++) {
            byte letter = bytes[i];
            if (letter == '>') {
                return i;
            }
            if (letter == '\\' || (letter >= 0 && letter <= ' ')) {
                return -1;
            }
        }
        return -1;
    }

    private boolean blank() {
        int close = at;
        while (close < end && bytes[close] != ' ') {
            close++;
        }
        if (close < at + 3 || bytes[at + 1] != ':') {
            return false;
        }
        terms.blank(bytes, at + 2, close);
        at = close;
        return true;
    }

    /// Id of a literal, 0 when its key is set, -1 when it is not of the usual form.
    private long literal() {
        int open = at + 1;
        int close = open;
        while (close < end && bytes[close] != '"' && bytes[close] != '\\') {
            close++;
        }
        byte[] source = bytes;
        int from = open;
        int to = close;
        if (close < end && bytes[close] == '\\') {
            close = unescape(open, close);
            source = text;
            from = 0;
            to = textLength;
        }
        if (close < 0 || close >= end) {
            return -1;
        }
        at = close + 1;
        return typed(source, from, to);
    }

    private long typed(byte[] source, int from, int to) {
        if (at < end && bytes[at] == '^') {
            int close = at + 2 < end && bytes[at + 1] == '^' && bytes[at + 2] == '<' ? iriEnd(at + 3) : -1;
            if (close < 0) {
                return -1;
            }
            stretch.set(bytes, at + 3, close);
            at = close + 1;
            return terms.literal(source, from, to, stretch);
        }
        if (at < end && bytes[at] == '@') {
            int close = languageEnd(at + 1);
            if (close < 0) {
                return -1;
            }
            stretch.set(bytes, at + 1, close);
            at = close;
            terms.languageString(source, from, to, stretch);
            return 0;
        }
        terms.string(source, from, to);
        return 0;
    }

    /// Where a language tag without direction ends, or -1.
    private int languageEnd(int from) {
        int i = from;
        while (i < end && bytes[i] != ' ') {
            boolean dash = bytes[i] == '-';
            if (dash && i + 1 < end && bytes[i + 1] == '-') {
                return -1;
            }
            i++;
        }
        return i == from ? -1 : i;
    }

    /// Resolves the escapes of a string into `text`.
    ///
    /// @param escape where the first one is
    /// @return where the closing quote is, -1 when an escape is not a simple one
    private int unescape(int open, int escape) {
        if (text.length < end - open) {
            text = new byte[2 * (end - open)];
        }
        textLength = escape - open;
        System.arraycopy(bytes, open, text, 0, textLength);
        int i = escape;
        while (i < end && bytes[i] != '"') {
            byte letter = bytes[i++];
            if (letter == '\\') {
                letter = i < end ? simple(bytes[i++]) : 0;
                if (letter == 0) {
                    return -1;
                }
            }
            text[textLength++] = letter;
        }
        return i < end ? i : -1;
    }

    private static byte simple(byte letter) {
        return switch (letter) {
            case 't' -> '\t';
            case 'b' -> '\b';
            case 'n' -> '\n';
            case 'r' -> '\r';
            case 'f' -> '\f';
            case '"', '\'', '\\' -> letter;
            default -> 0;
        };
    }
}
