package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of a text file (`rml:CSV`, CSVW dialects).
final class CsvRows implements TableRows {
    private final SourceBytes file;
    private final Encodings encoding;
    private final CsvScanner scanner;

    CsvRows(LogicalSource source) throws IOException {
        this.file = SourceBytes.open(source);
        try {
            this.encoding = Encodings.of(file.input(), source.encoding());
            this.scanner = new CsvScanner(encoding.bytes(), encoding.charset(), source.dialect());
        } catch (IOException | RuntimeException broken) {
            file.close();
            throw broken;
        }
    }

    @Override
    public void skipLines(int count) throws IOException {
        scanner.skipLines(count);
    }

    @Override
    public boolean next() throws IOException {
        return scanner.next();
    }

    @Override
    public long line() {
        return scanner.line();
    }

    @Override
    public @Nullable RecordFault fault() {
        return scanner.fault();
    }

    @Override
    public List<String> cells() {
        return scanner.cells();
    }

    @Override
    public boolean isRagged() {
        return false;
    }

    @Override
    public String encoding() {
        return encoding.name();
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
    public void close() throws IOException {
        file.close();
    }
}
