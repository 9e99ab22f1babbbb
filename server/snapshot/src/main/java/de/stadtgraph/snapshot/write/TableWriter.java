package de.stadtgraph.snapshot.write;

import de.stadtgraph.snapshot.exec.Rows;
import java.io.IOException;
import java.io.OutputStream;

/// Writes the rows of a table (SPARQL 1.1 Query Results in TSV, CSV and JSON) as ARQ writes them. Stateless.
public final class TableWriter {
    private static final byte[] CSV_END = {'\r', '\n'};
    private static final byte[] TSV_END = {'\n'};

    private final IdTable table;
    private final Output out;
    private final TermColumn[] columns;
    private final long[][] batch;

    private TableWriter(IdTable table, Form form, OddTerm odd, OutputStream out) {
        this.table = table;
        this.out = new Output(out);
        int width = table.names().size();
        this.columns = new TermColumn[width];
        for (int i = 0; i < width; i++) {
            columns[i] = new TermColumn(table, form, odd);
        }
        this.batch = Rows.columns(width);
    }

    /// Writes head and rows in TSV.
    public static void tsv(IdTable table, OddTerm odd, OutputStream out) throws IOException {
        byte[] head = Bytes.of(table.names().isEmpty() ? "" : "?" + String.join("\t?", table.names()));
        new TableWriter(table, TurtleForm.TURTLE, odd, out).lines(head, '\t', TSV_END);
    }

    /// Writes head and rows in CSV.
    public static void csv(IdTable table, OddTerm odd, OutputStream out) throws IOException {
        new TableWriter(table, CsvForm.CSV, odd, out).lines(Bytes.of(String.join(",", table.names())), ',', CSV_END);
    }

    /// Writes the members of the JSON array `bindings`, a line each.
    public static void json(IdTable table, OddTerm odd, OutputStream out) throws IOException {
        new TableWriter(table, JsonForm.JSON, odd, out).objects();
    }

    private void lines(byte[] head, int separator, byte[] end) throws IOException {
        out.put(head);
        out.put(end);
        for (int rows = table.rows().next(batch); rows > 0; rows = table.rows().next(batch)) {
            for (int row = 0; row < rows; row++) {
                line(row, separator);
                out.put(end);
            }
        }
        out.flush();
    }

    private void line(int row, int separator) throws IOException {
        for (int i = 0; i < columns.length; i++) {
            if (i > 0) {
                out.put(separator);
            }
            long id = batch[i][row];
            if (id != 0) {
                out.put(columns[i].text(id));
            }
        }
    }

    private void objects() throws IOException {
        byte[][] names = new byte[columns.length][];
        for (int i = 0; i < names.length; i++) {
            names[i] = Bytes.of("\"" + table.names().get(i) + "\":");
        }
        boolean first = true;
        for (int rows = table.rows().next(batch); rows > 0; rows = table.rows().next(batch)) {
            for (int row = 0; row < rows; row++) {
                if (!first) {
                    out.put(',');
                }
                first = false;
                object(row, names);
            }
        }
        out.flush();
    }

    private void object(int row, byte[][] names) throws IOException {
        boolean empty = true;
        out.put('{');
        for (int i = 0; i < columns.length; i++) {
            long id = batch[i][row];
            if (id != 0) {
                if (!empty) {
                    out.put(',');
                }
                empty = false;
                out.put(names[i]);
                out.put(columns[i].text(id));
            }
        }
        out.put('}');
        out.put('\n');
    }
}
