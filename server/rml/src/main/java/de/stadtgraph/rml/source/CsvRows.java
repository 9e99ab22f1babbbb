package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.LogicalSource;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The rows of a text file (`rml:CSV`, CSVW dialects), one by one, or the rest of them in blocks.
final class CsvRows implements TableRows {
    private static final int ONE_BY_ONE = 64;

    private final SourceBytes file;
    private final Encodings encoding;
    private final CsvScanner scanner;
    private final boolean trims;
    private @Nullable CellBlock block;
    private int row;

    CsvRows(LogicalSource source) throws IOException {
        this.file = SourceBytes.open(source);
        this.trims = source.dialect().trim();
        try {
            this.encoding = Encodings.of(file.input(), source.encoding());
            this.scanner = new CsvScanner(encoding.bytes(), source.dialect());
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
        row++;
        if (block == null || row >= block.rows()) {
            block = scanner.next(ONE_BY_ONE).orElse(null);
            row = 0;
        }
        return block != null;
    }

    /// The rows behind the present one.
    Optional<Rest> rest() throws IOException {
        CellBlock here = block;
        int next = row + 1;
        block = null;
        if (here != null && next < here.rows()) {
            return Optional.of(new Rest(here, next));
        }
        return scanner.next(Integer.MAX_VALUE).map(fresh -> new Rest(fresh, 0));
    }

    /// A block from one of its rows on.
    record Rest(CellBlock block, int row) {}

    private CellBlock here() {
        if (block == null) {
            throw new IllegalStateException("there is no row");
        }
        return block;
    }

    @Override
    public long line() {
        return here().line(row);
    }

    @Override
    public @Nullable RecordFault fault() {
        return here().fault(row);
    }

    @Override
    public List<String> cells() {
        if (fault() != null) {
            return List.of();
        }
        List<String> texts = here().texts(row);
        return trims ? texts.stream().map(String::strip).toList() : texts;
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
    public void withoutDigest() {
        file.withoutDigest();
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
