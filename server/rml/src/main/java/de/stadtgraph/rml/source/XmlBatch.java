package de.stadtgraph.rml.source;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Elements that were read completely, and whose fields are noted when they are looked at.
final class XmlBatch implements RecordBatch {
    private final Shape shape;
    private final List<Found> records;
    private final long firstNumber;
    private final FieldTree fields = new FieldTree("/");
    private boolean counts = true;
    private int at;

    /// What all records of a source have in common.
    ///
    /// @param known the fields of the source
    record Shape(FieldTree known, Set<String> nullTokens, XmlExpressions expressions) {}

    /// An element that is a record.
    ///
    /// @param isTooLarge whether parts of it were left out
    record Found(XmlElement element, long line, boolean isTooLarge) {}

    XmlBatch(Shape shape, List<Found> records, long firstNumber) {
        this.shape = shape;
        this.records = records;
        this.firstNumber = firstNumber;
    }

    @Override
    public Optional<ReadOutcome> next() throws IOException {
        if (at == records.size()) {
            return Optional.empty();
        }
        Found found = records.get(at);
        long number = firstNumber + at++;
        if (found.isTooLarge()) {
            return Optional.of(new ReadOutcome.Broken(number, found.line(), RecordFault.TOO_LARGE));
        }
        if (counts) {
            fields.begin();
            XmlText.note(found.element(), fields);
        }
        var record = new XmlRecord(found.element(), shape.nullTokens(), shape.expressions());
        return Optional.of(new ReadOutcome.Read(number, found.line(), record));
    }

    @Override
    public RecordBatch withoutFields() {
        counts = false;
        return this;
    }

    @Override
    public void noteFields() throws IOException {
        shape.known().add(fields);
    }
}
