package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.RuleException;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A file of JSON or GeoJSON, read at the places its iterator selects (`rml:JSONPath`). Not thread-safe.
final class JsonSource implements RecordSource {
    private static final int BATCH_BYTES = 1 << 16;

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
        JsonBatch batch = batch(1);
        Optional<ReadOutcome> next = batch.next();
        batch.noteFields();
        return next;
    }

    @Override
    public Optional<RecordBatch> nextBatch() throws IOException {
        JsonBatch batch = batch(Integer.MAX_VALUE);
        return batch.records() == 0 ? Optional.empty() : Optional.of(batch);
    }

    /// The next records up to so many, or to so many bytes as one thread should have.
    private JsonBatch batch(int most) throws IOException {
        var batch = new JsonBatch(fields, source.nullTokens(), number + 1);
        while (batch.records() < most && batch.length() < BATCH_BYTES && splitter.next(bytes)) {
            batch.add(bytes, splitter.recordLine());
        }
        number += batch.records();
        return batch;
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
