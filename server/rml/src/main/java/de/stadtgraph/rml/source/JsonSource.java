package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.util.Optional;

/// A file of JSON or GeoJSON, read at the places its iterator selects (`rml:JSONPath`). Not thread-safe.
final class JsonSource implements TreeSource {
    private static final int BATCH_BYTES = 1 << 16;

    private final LogicalSource source;
    private final SourceBytes file;
    private final Encodings encoding;
    private final JsonSplitter splitter;
    private final FieldTree fields = new FieldTree(".");
    private final RecordBytes bytes = new RecordBytes();
    private long number;

    private JsonSource(LogicalSource source, SourceBytes file, JsonPath iterator) throws IOException {
        this.source = source;
        this.file = file;
        this.encoding = Encodings.of(file.input(), source.encoding());
        this.splitter = new JsonSplitter(encoding.bytes(), iterator.steps(), source.name());
    }

    /// @param iterator one that can be streamed
    static JsonSource open(LogicalSource source, JsonPath iterator) throws IOException {
        SourceBytes file = SourceBytes.open(source);
        try {
            return new JsonSource(source, file, iterator);
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
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
    public void withoutDigest() {
        file.withoutDigest();
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
