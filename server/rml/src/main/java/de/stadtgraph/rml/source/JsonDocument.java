package de.stadtgraph.rml.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.term.Utf8;
import java.io.IOException;
import java.util.Iterator;
import java.util.Optional;

/// A document of JSON held in memory (64 MB at most), for iterators with filters, slices, unions or `..`.
final class JsonDocument implements TreeSource {
    private static final int MOST_BYTES = 64 << 20;

    private final LogicalSource source;
    private final SourceBytes file;
    private final Encodings encoding;
    private final Iterator<JsonNode> records;
    private final FieldTree fields = new FieldTree(".");
    private long number;

    private JsonDocument(LogicalSource source, SourceBytes file, JsonPath iterator) throws IOException {
        this.source = source;
        this.file = file;
        this.encoding = Encodings.of(file.input(), source.encoding());
        this.records = iterator.select(root()).iterator();
    }

    static JsonDocument open(LogicalSource source, JsonPath iterator) throws IOException {
        SourceBytes file = SourceBytes.open(source);
        try {
            return new JsonDocument(source, file, iterator);
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    private JsonNode root() throws IOException {
        String tooLarge = "the iterator `" + source.iterator() + "` needs the whole document, and " + source.name()
                + " has more than 64 MB: write the names on the way to the records, and conditions as rml:condition";
        byte[] bytes = new LimitedInput(encoding.bytes(), MOST_BYTES, tooLarge).readAllBytes();
        if (!Utf8.isValid(bytes, 0, bytes.length)) {
            throw new BrokenSourceException("bad-encoding", -1, source.name() + " is not " + encoding.name());
        }
        try {
            return JsonText.parse(bytes, 0, bytes.length, new FieldTree("."));
        } catch (JsonProcessingException broken) {
            long line = broken.getLocation() == null ? -1 : broken.getLocation().getLineNr();
            throw new BrokenSourceException(
                    "broken-json", line, source.name() + ", line " + line + ": " + broken.getOriginalMessage());
        } catch (BrokenSourceException limit) {
            throw limit;
        } catch (IOException broken) {
            throw new BrokenSourceException("broken-json", -1, source.name() + ": " + broken.getMessage());
        }
    }

    @Override
    public Optional<ReadOutcome> next() throws IOException {
        if (!records.hasNext()) {
            return Optional.empty();
        }
        JsonNode node = records.next();
        fields.begin();
        JsonText.note(node, fields);
        return Optional.of(new ReadOutcome.Read(++number, -1, new JsonRecord(node, source.nullTokens())));
    }

    @Override
    public String encoding() {
        return encoding.name();
    }

    @Override
    public SourceBytes file() {
        return file;
    }

    @Override
    public FieldTree tree() {
        return fields;
    }
}
