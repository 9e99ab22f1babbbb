package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Tables and queries of a real PostgreSQL.
class PostgresTest {
    @TempDir
    private static Path shared = Path.of("");

    private static @org.jspecify.annotations.Nullable PostgresCluster cluster;

    @TempDir
    private Path folder = Path.of("");

    @BeforeAll
    static void start() throws Exception {
        cluster = PostgresCluster.start(shared);
        execute("""
                CREATE TABLE reading (
                  id integer PRIMARY KEY, small smallint, large bigint, price numeric(12,4), "Wert" real, level double precision,
                  ok boolean, day date, at time, moment timestamp, zoned timestamptz, name varchar(40), note text,
                  fixed char(6), raw bytea, mask bit(3), mood uuid, extra jsonb, tags text[]);
                INSERT INTO reading VALUES (1, 7, 9000000000, 12.5000, 1.5, 100, true, '2026-02-28', '08:05:00',
                  '2026-02-28 08:05:00', '2026-02-28 08:05:00+01', 'Jöllenbeck', E'two\\nlines', 'ab', '\\xcafe', B'101',
                  '3f0e8a52-0d5c-4c43-9a3e-8f4fd6a1c001', '{"a": 1}', ARRAY['x','y']);
                INSERT INTO reading (id, level) VALUES (2, 'Infinity');
                CREATE TABLE "Straßen Jena" (nr integer, "Länge (m)" numeric);
                INSERT INTO "Straßen Jena" SELECT i, i * 0.5 FROM generate_series(1, 20000) AS i;
                CREATE TABLE kept (id integer); INSERT INTO kept VALUES (1), (2);
                """);
    }

    @AfterAll
    static void stop() throws Exception {
        if (cluster != null) {
            cluster.stop();
        }
    }

    private static PostgresCluster cluster() {
        if (cluster == null) {
            throw new IllegalStateException("PostgreSQL was not started");
        }
        return cluster;
    }

    private static void execute(String sql) throws SQLException {
        try (Connection connection = cluster().connect();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Mapped map(String query, String rules) throws Exception {
        return map(query, rules, PostgresCluster.LOGIN);
    }

    /// @param query `rml:SQL2008Table` or `rml:SQL2008Query`, with the text as iterator
    private Mapped map(String query, String rules, DatabaseLogin login) throws Exception {
        Path file = folder.resolve("mapping.ttl");
        java.nio.file.Files.writeString(
                file, Mapped.PREFIXES + """
                @prefix d2rq: <http://www.wiwiss.fu-berlin.de/suhl/bizer/D2RQ/0.1#> .
                <db> a d2rq:Database ; d2rq:jdbcDSN "%s" ; d2rq:jdbcDriver "org.postgresql.Driver" .
                <map> a rml:TriplesMap ;
                  rml:logicalSource [ rml:source <db> ; rml:referenceFormulation %s ] ;
                """.formatted(cluster().dsn(), query) + rules);
        Mapping mapping = Mapping.read(file, new Sources(folder, Map.of(), Map.of("db", login)));
        return Mapped.run(mapping, Mapped.OPTIONS);
    }

    private static String object(String column) {
        return "rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference \"" + column + "\" ] ] .";
    }

    /// The object of the only triple that a column gives.
    private String only(String column) throws Exception {
        Mapped mapped = map(
                "rml:SQL2008Query ; rml:iterator \"SELECT * FROM reading WHERE id = 1\"",
                "rml:subjectMap [ rml:template \"http://example.org/{id}\" ] ; " + object(column));
        assertThat(mapped.lines()).hasSize(1);
        return mapped.text().strip().replaceFirst("^<[^>]*> <[^>]*> ", "").replaceFirst(" \\.$", "");
    }

    @Test
    void eachTypeOfSqlHasItsNaturalDatatype() throws Exception {
        Map<String, String> expected = Map.ofEntries(
                Map.entry("small", "\"7\"^^<xsd:integer>"),
                Map.entry("large", "\"9000000000\"^^<xsd:integer>"),
                Map.entry("price", "\"12.5\"^^<xsd:decimal>"),
                Map.entry("Wert", "\"1.5E0\"^^<xsd:double>"),
                Map.entry("level", "\"1.0E2\"^^<xsd:double>"),
                Map.entry("ok", "\"true\"^^<xsd:boolean>"),
                Map.entry("day", "\"2026-02-28\"^^<xsd:date>"),
                Map.entry("at", "\"08:05:00\"^^<xsd:time>"),
                Map.entry("moment", "\"2026-02-28T08:05:00\"^^<xsd:dateTime>"),
                Map.entry("name", "\"Jöllenbeck\""),
                Map.entry("note", "\"two\\nlines\""),
                Map.entry("fixed", "\"ab    \""),
                Map.entry("raw", "\"CAFE\"^^<xsd:hexBinary>"),
                Map.entry("mask", "\"101\""),
                Map.entry("mood", "\"3f0e8a52-0d5c-4c43-9a3e-8f4fd6a1c001\""),
                Map.entry("extra", "\"{\\\"a\\\": 1}\""),
                Map.entry("tags", "\"{x,y}\""));
        for (Map.Entry<String, String> column : expected.entrySet()) {
            assertThat(only(column.getKey()))
                    .as(column.getKey())
                    .isEqualTo(column.getValue().replace("<xsd:", "<http://www.w3.org/2001/XMLSchema#"));
        }
    }

    @Test
    void aMomentWithAZoneKeepsItsOffsetAsXmlSchemaWritesIt() throws Exception {
        assertThat(only("zoned"))
                .matches(
                        "\"2026-02-28T\\d\\d:05:00[+-]\\d\\d:\\d\\d\"\\^\\^<http://www.w3.org/2001/XMLSchema#dateTime>");
    }

    @Test
    void nullIsNoValueAndInfinityIsXmlSchemas() throws Exception {
        Mapped mapped = map(
                "rml:SQL2008Query ; rml:iterator \"SELECT id, level, name FROM reading WHERE id = 2\"",
                "rml:subjectMap [ rml:template \"http://example.org/{id}\" ] ; "
                        + object("name").replace(" .", " ; ") + object("level"));
        assertThat(mapped.lines())
                .containsExactly(
                        "<http://example.org/2> <http://example.org/p> \"INF\"^^<http://www.w3.org/2001/XMLSchema#double> .");
    }

    @Test
    void aTableOfManyRowsWithANameThatMustBeQuotedIsReadToItsEnd() throws Exception {
        Mapped mapped = map(
                "rml:SQL2008Table ; rml:iterator \"Straßen Jena\"",
                "rml:subjectMap [ rml:template \"http://example.org/{nr}\" ] ; " + object("Länge (m)"));
        assertThat(mapped.source().read()).isEqualTo(20_000);
        assertThat(mapped.lines())
                .hasSize(20_000)
                .contains(
                        "<http://example.org/3> <http://example.org/p> \"1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .");
    }

    @Test
    void aQueryThatWritesIsRefusedByTheDatabase() throws Exception {
        assertThatThrownBy(() -> map(
                        "rml:SQL2008Query ; rml:iterator \"WITH gone AS (DELETE FROM kept RETURNING id) SELECT id FROM gone\"",
                        "rml:subjectMap [ rml:template \"http://example.org/{id}\" ] ; " + object("id")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("25006");
        try (Connection connection = cluster().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT count(*) FROM kept")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isEqualTo(2);
        }
    }

    @Test
    void aWrongPasswordIsOneSentenceThatTellsNeitherItNorTheAddress() {
        assertThatThrownBy(() -> map(
                        "rml:SQL2008Table ; rml:iterator \"kept\"",
                        "rml:subjectMap [ rml:template \"http://example.org/{id}\" ] ; " + object("id"),
                        new DatabaseLogin("steward", "falsch")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("28P01")
                .message()
                .doesNotContain("falsch", "127.0.0.1", "Exception");
    }

    @Test
    void refusedQueriesLeaveNoConnectionOpen() throws Exception {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> map(
                            "rml:SQL2008Query ; rml:iterator \"SELECT nothing FROM nowhere\"",
                            "rml:subjectMap [ rml:template \"http://example.org/{id}\" ] ; " + object("id")))
                    .hasMessageContaining("42P01");
        }
        try (Connection connection = cluster().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT count(*) FROM pg_stat_activity WHERE state LIKE 'idle in transaction%'")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getInt(1)).isZero();
        }
    }
}
