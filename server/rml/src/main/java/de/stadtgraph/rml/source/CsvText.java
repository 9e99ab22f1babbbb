package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// CSV inside a value of another format: comma, double quotes, a header line. Stateless.
final class CsvText {
    private CsvText() {}

    static List<SourceRecord> records(String text) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var rows = new CsvScanner(bytes, StandardCharsets.UTF_8, Dialect.standard());
        List<SourceRecord> records = new ArrayList<>();
        if (!rows.next()) {
            return records;
        }
        List<String> header = List.copyOf(rows.cells());
        while (rows.next()) {
            if (rows.fault() != null || rows.cells().size() != header.size()) {
                throw new BrokenSourceException("broken-record", -1, "broken CSV inside a value");
            }
            Map<String, String> cells = new LinkedHashMap<>();
            for (int i = 0; i < header.size(); i++) {
                cells.put(header.get(i), rows.cells().get(i));
            }
            records.add(new NamedCells(cells));
        }
        return records;
    }

    /// A row whose columns are known only when it is read.
    private record NamedCells(Map<String, String> cells) implements SourceRecord {
        @Override
        public List<Value> values(Reference reference) {
            String cell = cells.get(reference.field());
            return cell == null ? List.of() : List.of(Value.text(cell));
        }

        @Override
        public List<SourceRecord> inner(Reference iterator) {
            return List.of();
        }
    }
}
