package de.stadtgraph.rml.source;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;

/// Walks through JSON by bytes to the places an iterator selects and cuts out the values there.
///
/// Of the rest it checks the structure only, so a broken value is left behind alone. Not thread-safe.
final class JsonSplitter {
    private final ByteReader input;
    private final List<JsonPath.Step> steps;
    private final Deque<Container> open = new ArrayDeque<>();
    private final RecordBytes name = new RecordBytes();
    private final BitSet brackets = new BitSet();
    private final String source;
    private boolean started;
    private int depth;
    private boolean quoted;
    private boolean escaped;
    private long line = 1;
    private long column;
    private long recordLine;

    JsonSplitter(InputStream input, List<JsonPath.Step> steps, String source) {
        this.input = new ByteReader(input);
        this.steps = steps;
        this.source = source;
    }

    /// Moves the next selected value into `record`; false at the end of the file.
    boolean next(RecordBytes record) throws IOException {
        record.clear();
        if (!started) {
            started = true;
            skipBlanks();
            if (value(0, record)) {
                return true;
            }
        }
        while (!open.isEmpty()) {
            Container container = open.element();
            if (!toNextChild(container)) {
                open.pop();
            } else if (selects(container)) {
                if (value(container.depth + 1, record)) {
                    return true;
                }
            } else {
                take(new RecordBytes.Ignored());
            }
        }
        skipBlanks();
        if (input.peek() >= 0) {
            throw broken("text behind the end of the document");
        }
        return false;
    }

    long recordLine() {
        return recordLine;
    }

    /// At a value that is selected so far: cuts it out, or goes into it.
    private boolean value(int depth, RecordBytes record) throws IOException {
        recordLine = line;
        if (depth == steps.size()) {
            take(record);
            return true;
        }
        int first = input.peek();
        JsonPath.Step step = steps.get(depth);
        boolean array = first == '[' && !(step instanceof JsonPath.Name);
        boolean object = first == '{' && !(step instanceof JsonPath.Index);
        if (array || object) {
            read();
            open.push(new Container(depth, array));
        } else {
            take(new RecordBytes.Ignored());
        }
        return false;
    }

    /// Stops before the value of the next child; false behind the closing bracket.
    private boolean toNextChild(Container container) throws IOException {
        skipBlanks();
        int next = input.peek();
        if (next == (container.array ? ']' : '}')) {
            read();
            return false;
        }
        container.position++;
        if (container.position > 0) {
            if (next != ',') {
                throw broken("expects `,` or `" + (container.array ? ']' : '}') + "`");
            }
            read();
            skipBlanks();
        }
        if (!container.array) {
            key();
        }
        return true;
    }

    private void key() throws IOException {
        name.clear();
        if (input.peek() != '"') {
            throw broken("expects a quoted name");
        }
        string(name);
        skipBlanks();
        if (read() != ':') {
            throw broken("expects `:`");
        }
        skipBlanks();
    }

    private boolean selects(Container container) throws IOException {
        return switch (steps.get(container.depth)) {
            case JsonPath.All _ -> true;
            case JsonPath.Index index -> index.index() == container.position;
            case JsonPath.Name wanted -> wanted.name().equals(text());
            // Paths with such steps are not streamed.
            case JsonPath.Slice _, JsonPath.Filter _, JsonPath.Union _, JsonPath.Descendants _ -> false;
        };
    }

    private String text() throws IOException {
        JsonNode node = JsonText.parse(name.array(), 0, name.length(), new FieldTree("."));
        return node instanceof JsonNode.JsonScalar scalar ? scalar.value().text() : "";
    }

    /// Takes one value with its brackets balanced.
    private void take(RecordBytes into) throws IOException {
        int first = input.peek();
        if (first == '"') {
            string(into);
        } else if (first == '{' || first == '[') {
            bracketed(into);
        } else {
            int taken = 0;
            while (input.peek() > ' ' && ",]}[{:\"".indexOf(input.peek()) < 0) {
                into.add(read());
                taken++;
            }
            if (taken == 0) {
                throw broken(first < 0 ? "the file ends too early" : "expects a value");
            }
        }
    }

    private void bracketed(RecordBytes into) throws IOException {
        depth = 0;
        do {
            if (!input.hasMore()) {
                throw broken(
                        quoted
                                ? "the file ends inside a string"
                                : "the file ends inside the value that begins in line " + recordLine);
            }
            int start = input.at();
            int end = piece();
            into.add(input.buffer(), start, end);
            moveTo(end);
        } while (depth > 0);
    }

    /// The end of the value, or of the bytes at hand if it does not end in them.
    private int piece() throws IOException {
        byte[] bytes = input.buffer();
        int end = input.end();
        for (int i = input.at(); i < end; i++) {
            byte octet = bytes[i];
            if (quoted) {
                quoted = escaped || octet != '"';
                escaped = !escaped && octet == '\\';
            } else if (octet == '"') {
                quoted = true;
            } else if (octet == '{' || octet == '[') {
                brackets.set(depth++, octet == '{');
            } else if (octet == '}' || octet == ']') {
                if (brackets.get(--depth) != (octet == '}')) {
                    moveTo(i);
                    throw broken("brackets do not match");
                }
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return end;
    }

    /// Takes the bytes before the position.
    private void moveTo(int position) {
        byte[] bytes = input.buffer();
        for (int i = input.at(); i < position; i++) {
            column++;
            if (bytes[i] == '\n') {
                line++;
                column = 0;
            }
        }
        input.moveTo(position);
    }

    private void string(RecordBytes into) throws IOException {
        into.add(read());
        while (true) {
            int next = read();
            if (next < 0) {
                throw broken("the file ends inside a string");
            }
            into.add(next);
            if (next == '"') {
                return;
            }
            if (next == '\\' && input.peek() >= 0) {
                into.add(read());
            }
        }
    }

    private void skipBlanks() throws IOException {
        int next = input.peek();
        while (next == ' ' || next == '\n' || next == '\r' || next == '\t') {
            read();
            next = input.peek();
        }
    }

    private int read() throws IOException {
        int octet = input.read();
        column += octet < 0 ? 0 : 1;
        if (octet == '\n') {
            line++;
            column = 0;
        }
        return octet;
    }

    private BrokenSourceException broken(String what) {
        return new BrokenSourceException(
                "broken-json", line, source + ", line " + line + ", column " + (column + 1) + ": " + what);
    }

    private static final class Container {
        private final int depth;
        private final boolean array;
        private int position = -1;

        Container(int depth, boolean array) {
            this.depth = depth;
            this.array = array;
        }
    }
}
