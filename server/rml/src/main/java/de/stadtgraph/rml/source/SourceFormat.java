package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.RuleException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/// Opens logical sources and compiles references for them. Stateless.
public final class SourceFormat {
    private SourceFormat() {}

    /// Opens the file at its first record.
    public static RecordSource open(LogicalSource source) throws IOException {
        return switch (source.format()) {
            case CSV -> CsvSource.open(source);
            case JSON -> JsonSource.open(source);
        };
    }

    /// The column names of a CSV file, from its header or its schema; for JSON the iterator is checked.
    public static List<String> columns(LogicalSource source) throws IOException {
        if (!Files.isRegularFile(source.file())) {
            throw new RuleException(
                    "source-missing",
                    source.line(),
                    "no file " + source.file().getFileName() + " for source " + source.name());
        }
        if (source.format() != Format.CSV) {
            JsonSource.steps(source);
            return List.of();
        }
        try (CsvSource csv = CsvSource.open(source)) {
            return csv.columns();
        }
    }

    /// Compiles a reference.
    ///
    /// @param columns those of the source, if it is CSV
    public static Reference reference(Format format, List<String> columns, String text, long line) {
        return switch (format) {
            case CSV -> Columns.find(columns, text, line);
            case JSON -> JsonPath.parse(text, line);
        };
    }

    /// The records that lie inside a text, as JSON in a cell of CSV.
    public static List<SourceRecord> inside(Format format, String text) throws IOException {
        return switch (format) {
            case CSV -> CsvText.records(text);
            case JSON -> List.of(JsonText.record(text));
        };
    }
}
