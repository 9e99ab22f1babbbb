package de.stadtgraph.rml.source;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import de.stadtgraph.rml.term.Utf8;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Records of JSON as they were cut out, to be parsed one by one.
final class JsonBatch implements RecordBatch {
    private final FieldTree fields = new FieldTree(".");
    private final FieldTree known;
    private final NullTokens nulls;
    private final JsonMembers members = new JsonMembers(fields);
    private final long firstNumber;
    private final List<Cut> cuts = new ArrayList<>();
    private byte[] bytes = new byte[1 << 16];
    private int length;
    private int at;

    /// A record's bytes, or that it has too many.
    private record Cut(int from, int to, long line, boolean isTooLarge) {}

    /// @param known the fields of the source
    JsonBatch(FieldTree known, Set<String> nullTokens, long firstNumber) {
        this.known = known;
        this.nulls = NullTokens.of(nullTokens);
        this.firstNumber = firstNumber;
    }

    void add(RecordBytes record, long line) {
        int size = record.isOverflown() ? 0 : record.length();
        if (bytes.length - length < size) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + size));
        }
        System.arraycopy(record.array(), 0, bytes, length, size);
        cuts.add(new Cut(length, length + size, line, record.isOverflown()));
        length += size;
    }

    int length() {
        return length;
    }

    int records() {
        return cuts.size();
    }

    @Override
    public Optional<ReadOutcome> next() throws IOException {
        if (at == cuts.size()) {
            return Optional.empty();
        }
        Cut cut = cuts.get(at);
        long number = firstNumber + at++;
        if (cut.isTooLarge()) {
            return broken(number, cut, RecordFault.TOO_LARGE);
        }
        // Jackson replaces some invalid bytes; here they make the record invalid.
        if (!Utf8.isValid(bytes, cut.from(), cut.to())) {
            return broken(number, cut, RecordFault.BAD_ENCODING);
        }
        try {
            fields.begin();
            return Optional.of(new ReadOutcome.Read(number, cut.line(), record(cut)));
        } catch (BrokenSourceException limit) {
            throw limit;
        } catch (StreamConstraintsException deep) {
            return broken(number, cut, RecordFault.TOO_DEEP);
        } catch (IOException syntax) {
            return broken(number, cut, RecordFault.BROKEN_RECORD);
        }
    }

    private SourceRecord record(Cut cut) throws IOException {
        int[] places = members.take(bytes, cut.from(), cut.to());
        if (places == null) {
            return new JsonRecord(JsonText.parse(bytes, cut.from(), cut.to(), fields), nulls.texts());
        }
        var text = new JsonPlainRecord.Text(bytes, cut.from(), cut.to());
        return new JsonPlainRecord(text, members, places, nulls);
    }

    private static Optional<ReadOutcome> broken(long number, Cut cut, RecordFault fault) {
        return Optional.of(new ReadOutcome.Broken(number, cut.line(), fault));
    }

    @Override
    public void noteFields() throws IOException {
        known.add(fields);
    }
}
