package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Dialect;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// CSV inside a value of another format: comma, double quotes, a header line. Stateless.
final class CsvText {
    private CsvText() {}

    static List<SourceRecord> records(String text) throws IOException {
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var scanner = new CsvScanner(bytes, Dialect.standard());
        List<SourceRecord> records = new ArrayList<>();
        List<String> header = List.of();
        Optional<CellBlock> block = scanner.next(Integer.MAX_VALUE);
        while (block.isPresent()) {
            for (int row = 0; row < block.get().rows(); row++) {
                if (block.get().fault(row) != null) {
                    throw new BrokenSourceException("broken-record", -1, "broken CSV inside a value");
                }
                List<String> cells = block.get().texts(row);
                if (header.isEmpty()) {
                    header = cells;
                } else {
                    records.add(record(header, cells));
                }
            }
            block = scanner.next(Integer.MAX_VALUE);
        }
        return records;
    }

    private static SourceRecord record(List<String> header, List<String> cells) throws BrokenSourceException {
        if (cells.size() != header.size()) {
            throw new BrokenSourceException("broken-record", -1, "broken CSV inside a value");
        }
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < header.size(); i++) {
            named.put(header.get(i), cells.get(i));
        }
        return new NamedCells(named);
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
