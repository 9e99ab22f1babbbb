package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Mappings in the words of R2RML, of the first RML and of FNML before RML-FNML.
class LegacyVocabularyTest {
    private static final String START = """
            @prefix rr: <http://www.w3.org/ns/r2rml#> .
            @prefix rml: <http://semweb.mmlab.be/ns/rml#> .
            @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
            @prefix fnml: <http://semweb.mmlab.be/ns/fnml#> .
            @prefix fno: <https://w3id.org/function/ontology#> .
            @prefix grel: <http://users.ugent.be/~bjdmeest/function/grel.ttl#> .
            @prefix ex: <http://example.org/> .
            @base <http://example.org/mapping/> .
            <source> rml:source "people.csv" ; rml:referenceFormulation ql:CSV .
            """;

    private static final String CALL = START + """
            <people> a rr:TriplesMap ; rml:logicalSource <source> ;
              rr:subjectMap [ rr:template "http://example.org/{id}" ] ;
              rr:predicateObjectMap [ rr:predicate ex:name ; rr:objectMap [ a fnml:FunctionTermMap ;
                fnml:functionValue [ rml:logicalSource <source> ;
                  rr:predicateObjectMap [ rr:predicate fno:executes ; rr:objectMap [ rr:constant grel:toUpperCase ] ] ;
                  rr:predicateObjectMap [ rr:predicateMap [ rr:constant grel:valueParameter ] ;
                    rr:objectMap [ fnml:functionValue [
                      rr:predicateObjectMap [ rr:predicate fno:executes ; rr:object grel:string_trim ] ;
                      rr:predicateObjectMap [ rr:predicate grel:valueParameter ;
                        rr:objectMap [ rml:reference "name" ] ] ] ] ] ] ] ] .
            """;

    @TempDir
    private Path folder = Path.of("");

    private Mapped map(String turtle) throws Exception {
        return Mapped.run(Mapped.plain(folder, turtle, Map.of("people.csv", "id,name\n1, Zoë \n2,\n")), Mapped.OPTIONS);
    }

    @Test
    void anEmptyCellIsNoValue() throws Exception {
        Mapped mapped = map(START + """
                <people> a rr:TriplesMap ; rml:logicalSource <source> ;
                  rr:subjectMap [ rr:template "http://example.org/{id}" ; rr:class ex:Person ] ;
                  rr:predicateObjectMap [ rr:predicate ex:name ; rr:objectMap [ rr:column "name" ] ] .
                """);
        assertThat(mapped.lines()).hasSize(3).contains("<http://example.org/1> <http://example.org/name> \" Zoë \" .");
    }

    @Test
    void callsOfFunctionsAreThoseOfToday() throws Exception {
        assertThat(map(CALL).lines()).containsExactly("<http://example.org/1> <http://example.org/name> \"ZOË\" .");
    }

    @Test
    void aLogicalTableIsReadFromTheDatabase() throws Exception {
        assertThat(table("rr:tableName \"PEOPLE\"")).containsExactly("<http://example.org/1> ex \"Zoë\" .");
        assertThat(table("rr:tableName '\"PEOPLE\"'")).hasSize(1);
        assertThat(table("rr:sqlQuery \"SELECT ID, UPPER(NAME) AS NAME FROM PEOPLE\""))
                .containsExactly("<http://example.org/1> ex \"ZOË\" .");
        assertThat(table("rml:source <db> ; rr:tableName \"PEOPLE\"")).hasSize(1);
        assertThatThrownBy(() ->
                        table("rr:tableName \"PEOPLE\" ] . <other> d2rq:jdbcDSN \"jdbc:h2:mem:other\" . [ ] ex:x ["))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("a logical table needs its database");
    }

    private List<String> table(String words) throws Exception {
        String dsn = "jdbc:h2:mem:legacy";
        Path file = folder.resolve("tables.ttl");
        Files.writeString(
                file,
                "@prefix d2rq: <http://www.wiwiss.fu-berlin.de/suhl/bizer/D2RQ/0.1#> .\n" + START
                        + """
                <db> a d2rq:Database ; d2rq:jdbcDSN "%s" .
                <people> a rr:TriplesMap ; rr:subjectMap [ rr:template "http://example.org/{ID}" ] ;
                  rr:predicateObjectMap [ rr:predicate ex:name ; rr:objectMap [ rr:column "NAME" ] ] ;
                  rr:logicalTable [ %s ] .
                """.formatted(dsn, words));
        try (Connection connection = DriverManager.getConnection(dsn);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE PEOPLE AS SELECT * FROM (VALUES (1, 'Zoë'), (2, NULL)) AS T(ID, NAME)");
            var sources = new Sources(folder, Map.of(), Map.of("db", DatabaseLogin.none()));
            return Mapped.run(Mapping.read(file, sources), Mapped.OPTIONS).lines().stream()
                    .map(line -> line.replace("<http://example.org/name>", "ex"))
                    .toList();
        }
    }

    @Test
    void aCallThatNamesNoFunctionIsAMistake() {
        assertThatThrownBy(() -> map(CALL.replace("fno:executes ; rr:object grel", "ex:executes ; rr:object grel")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("lacks a function (fno:executes)");
        assertThatThrownBy(() -> map(CALL.replace("grel:string_trim", "grel:string_trimm")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("string_trimm");
        assertThatThrownBy(() -> map(
                        CALL.replace("rr:objectMap [ rml:reference \"name\" ]", "rr:objectMap [ rr:termType rr:IRI ]")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("is missing");
    }

    @Test
    void theWordsOfBothTimesDoNotMix() {
        assertThatThrownBy(() -> map(START + "<x> <http://w3id.org/rml/logicalSource> <source> ."))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("the old and the new vocabulary of RML stand in one mapping");
    }
}
