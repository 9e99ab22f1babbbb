package de.stadtgraph.bench.mapping;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// The formats a table is written in; empty cells are left out of JSON and XML.
enum TableFormat {
    CSV {
        @Override
        void write(Table table, Writer out) throws IOException {
            out.write(String.join(",", table.columns()) + "\n");
            for (int row = 0; row < table.rows(); row++) {
                out.write(String.join(",", table.cells().apply(row)) + "\n");
            }
        }
    },
    JSON {
        @Override
        void write(Table table, Writer out) throws IOException {
            out.write("[\n");
            for (int row = 0; row < table.rows(); row++) {
                out.write(row == 0 ? "{" : ",\n{");
                List<String> cells = table.cells().apply(row);
                String comma = "";
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        out.write(comma + "\"" + table.columns().get(i) + "\": \"" + cells.get(i) + "\"");
                        comma = ", ";
                    }
                }
                out.write("}");
            }
            out.write("\n]\n");
        }
    },
    XML {
        @Override
        void write(Table table, Writer out) throws IOException {
            out.write("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<Category>\n");
            for (int row = 0; row < table.rows(); row++) {
                out.write("<Record>");
                List<String> cells = table.cells().apply(row);
                for (int i = 0; i < cells.size(); i++) {
                    if (!cells.get(i).isEmpty()) {
                        String column = table.columns().get(i);
                        out.write("<" + column + ">" + cells.get(i) + "</" + column + ">");
                    }
                }
                out.write("</Record>\n");
            }
            out.write("</Category>\n");
        }
    };

    /// Writes a table; its cells hold nothing that the format would have to escape.
    abstract void write(Table table, Writer out) throws IOException;

    String ending() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Writes all tables of a scale into a folder, one file a table; files that are there are kept.
    void writeTables(int scale, Path folder) throws IOException {
        Path done = folder.resolve(".complete-" + ending());
        if (Files.exists(done)) {
            return;
        }
        Files.createDirectories(folder);
        for (Table table : new Timetable(scale).tables()) {
            Path file = folder.resolve(table.name() + "." + ending());
            try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
                write(table, out);
            }
        }
        Files.createFile(done);
    }
}
