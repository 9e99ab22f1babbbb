package de.stadtgraph.rml;

import de.stadtgraph.rml.function.FunctionLibrary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Tables of H2 for tests: each CSV file of a folder is a table of its name.
final class Databases {
    private Databases() {}

    /// The columns as a person would declare them: numbers where all cells are numbers.
    private static String columns(Path csv) throws IOException {
        List<List<String>> rows = Files.readAllLines(csv).stream()
                .map(line -> List.of(line.split(",", -1)))
                .toList();
        List<String> columns = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            int column = i;
            boolean numbers =
                    rows.stream().skip(1).allMatch(row -> row.get(column).matches("\\d{1,9}"));
            columns.add('"' + rows.getFirst().get(i) + "\" " + (numbers ? "INTEGER" : "VARCHAR"));
        }
        return "(" + String.join(", ", columns) + ")";
    }

    /// A mapping of the test suite with its placeholder for the database filled in.
    static Mapping mapping(Path folder, FunctionLibrary functions) throws Exception {
        String dsn = "jdbc:h2:mem:" + folder.getFileName() + ";DB_CLOSE_DELAY=-1;CASE_INSENSITIVE_IDENTIFIERS=TRUE";
        try (Connection connection = DriverManager.getConnection(dsn);
                Statement statement = connection.createStatement();
                var files = Files.list(folder)) {
            for (Path csv :
                    files.filter(file -> file.toString().endsWith(".csv")).toList()) {
                String table = csv.getFileName().toString().replace(".csv", "");
                statement.execute("DROP TABLE IF EXISTS " + table);
                statement.execute("CREATE TABLE " + table + columns(csv) + " AS SELECT * FROM CSVREAD('" + csv
                        + "', NULL, 'caseSensitiveColumnNames=true')");
            }
        }
        Path filled = Files.createTempFile("mapping", ".ttl");
        Files.writeString(
                filled, Files.readString(folder.resolve("mapping.ttl")).replace("$CONNECTIONDSN", dsn));
        String name = Files.readAllLines(filled).stream()
                .filter(line -> line.contains("d2rq:Database") && line.startsWith("<#"))
                .map(line -> line.substring(2, line.indexOf('>')))
                .collect(Collectors.joining());
        Sources sources = new Sources(folder, Map.of(), Map.of(name, DatabaseLogin.none()));
        try {
            return Mapping.read(filled, sources, functions);
        } finally {
            Files.delete(filled);
        }
    }
}
