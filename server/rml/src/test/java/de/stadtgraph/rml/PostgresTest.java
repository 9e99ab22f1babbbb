package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables of a real PostgreSQL are mapped with the natural datatypes of its columns.
class PostgresTest {
    private static final String RULES = """
            @prefix d2rq: <http://www.wiwiss.fu-berlin.de/suhl/bizer/D2RQ/0.1#> .
            <city> a d2rq:Database , rml:Source ; d2rq:jdbcDSN "%s" ; d2rq:jdbcDriver "org.postgresql.Driver" .
            <map> a rml:TriplesMap ;
              rml:logicalSource [ rml:source <city> ; rml:referenceFormulation rml:SQL2008Query ;
                rml:iterator "SELECT id, name, area, since, open FROM park ORDER BY id" ] ;
              rml:subjectMap [ rml:template "http://example.org/park/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:id ; rml:objectMap [ rml:reference "id" ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:area ; rml:objectMap [ rml:reference "area" ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:since ; rml:objectMap [ rml:reference "since" ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:open ; rml:objectMap [ rml:reference "open" ] ] .
            """;

    @TempDir
    private Path folder;

    @Test
    void aTableIsMappedWithItsNaturalDatatypes() throws Exception {
        Optional<Path> programs = PostgresServer.installed();
        assumeTrue(programs.isPresent(), "no PostgreSQL is installed: neither initdb nor pg_ctl was found");
        try (PostgresServer server = PostgresServer.start(programs.orElseThrow())) {
            try (Connection connection = DriverManager.getConnection(server.dsn(), "tester", "");
                    Statement statement = connection.createStatement()) {
                statement.execute("CREATE TABLE park (id int PRIMARY KEY, name text, area numeric(9,2),"
                        + " since date, open boolean)");
                statement.execute("INSERT INTO park VALUES (1, 'Größe „Süd“', 12.50, '1899-05-01', true),"
                        + " (2, NULL, NULL, NULL, false)");
                statement.execute("INSERT INTO park SELECT n, 'Park ' || n, n, '2000-01-01', true"
                        + " FROM generate_series(3, 5000) n");
            }
            Path mapping = folder.resolve("mapping.ttl");
            Files.writeString(mapping, Mapped.PREFIXES + RULES.formatted(server.dsn()));
            Sources sources = new Sources(folder, Map.of(), Map.of("city", new DatabaseLogin("tester", "")));
            Mapped mapped = Mapped.run(Mapping.read(mapping, sources), Mapped.OPTIONS);
            assertThat(mapped.source().read()).isEqualTo(5000);
            assertThat(mapped.lines())
                    .contains(
                            park(1, "id", "\"1\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
                            park(1, "name", "\"Größe „Süd“\""),
                            park(1, "area", "\"12.50\"^^<http://www.w3.org/2001/XMLSchema#decimal>"),
                            park(1, "since", "\"1899-05-01\"^^<http://www.w3.org/2001/XMLSchema#date>"),
                            park(2, "open", "\"false\"^^<http://www.w3.org/2001/XMLSchema#boolean>"));
            assertThat(mapped.lines()).filteredOn(line -> line.contains("/park/2>")).hasSize(2);
        }
    }

    private static String park(int id, String property, String value) {
        return "<http://example.org/park/" + id + "> <http://example.org/" + property + "> " + value + " .";
    }
}
