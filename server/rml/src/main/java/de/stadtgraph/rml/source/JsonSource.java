package de.stadtgraph.rml.source;

import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.RuleException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/// A file of JSON or GeoJSON, read at the places its iterator selects (`rml:JSONPath`). Not thread-safe.
final class JsonSource implements RecordSource {
    private final LogicalSource source;
    private final SourceBytes file;
    private final Encodings encoding;
    private final JsonSplitter splitter;
    private final FieldTree fields = new FieldTree(".");
    private final RecordBytes bytes = new RecordBytes();
    private long number;

    private JsonSource(LogicalSource source, SourceBytes file) throws IOException {
        this.source = source;
        this.file = file;
        this.encoding = Encodings.of(file.input(), source.encoding());
        this.splitter = new JsonSplitter(encoding.bytes(), steps(source), source.name());
    }

    static JsonSource open(LogicalSource source) throws IOException {
        SourceBytes file = SourceBytes.open(source);
        try {
            return new JsonSource(source, file);
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    /// The iterator's steps; one that cannot be streamed is a mistake of the mapping.
    static List<JsonPath.Step> steps(LogicalSource source) {
        List<JsonPath.Step> steps =
                JsonPath.parse(source.iterator(), source.line()).steps();
        for (JsonPath.Step step : steps) {
            if (step instanceof JsonPath.Descendants || (step instanceof JsonPath.Index index && index.index() < 0)) {
                throw new RuleException(
                        "json-path",
                        source.line(),
                        "iterator `" + source.iterator()
                                + "` cannot be streamed: write the names on the way to the records");
            }
        }
        return steps;
    }

    @Override
    public Optional<ReadOutcome> next() throws IOException {
        if (!splitter.next(bytes)) {
            return Optional.empty();
        }
        number++;
        if (bytes.isOverflown()) {
            return Optional.of(broken(RecordFault.TOO_LARGE));
        }
        try {
            return Optional.of(new ReadOutcome.Read(number, splitter.recordLine(), record()));
        } catch (BrokenSourceException limit) {
            throw limit;
        } catch (CharacterCodingException invalid) {
            return Optional.of(broken(RecordFault.BAD_ENCODING));
        } catch (StreamConstraintsException deep) {
            return Optional.of(broken(RecordFault.TOO_DEEP));
        } catch (IOException syntax) {
            return Optional.of(broken(RecordFault.BROKEN_RECORD));
        }
    }

    private SourceRecord record() throws IOException {
        fields.begin();
        byte[] utf8 = bytes.array();
        int length = bytes.length();
        if (!bytes.isAscii(0, length)) {
            // Jackson replaces some invalid bytes; a strict decoder does not.
            utf8 = bytes.text(0, length, encoding.charset()).getBytes(StandardCharsets.UTF_8);
            length = utf8.length;
        }
        return new JsonRecord(JsonText.parse(utf8, length, fields), source.nullTokens());
    }

    private ReadOutcome.Broken broken(RecordFault fault) {
        return new ReadOutcome.Broken(number, splitter.recordLine(), fault);
    }

    @Override
    public long bytesRead() {
        return file.bytes();
    }

    @Override
    public String sha256() throws IOException {
        return file.sha256();
    }

    @Override
    public String encoding() {
        return encoding.name();
    }

    @Override
    public List<FieldCount> fields() {
        return fields.counts();
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
