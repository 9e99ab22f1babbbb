package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// JSON as it comes: broken records, cut files, depth, structured values.
class JsonSourceTest {
    private static final String TURTLE = """
            <people> a rml:LogicalSource ; rml:referenceFormulation rml:JSONPath ; rml:iterator "$.people[*]" ;
              rml:source [ a rml:RelativePathSource ; rml:path "people.json" ] .
            <map> a rml:TriplesMap ; rml:logicalSource <people> ;
              rml:subjectMap [ rml:template "http://example.org/{$.id}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "$.name" ] ] .
            """;

    @TempDir
    private Path folder = Path.of("");

    private Mapped map(String json) throws Exception {
        return Mapped.of(folder, TURTLE, Map.of("people.json", json));
    }

    @Test
    void naturalDatatypesFollowTheToken() throws Exception {
        Mapped mapped = map("""
                {"n": [1, {"people": 2}], "people": [{"id": "é", "name": 1.50}, {"id": 2, "name": true},
                {"id": 3, "name": null}, {"id": 4, "name": 12345678901234567890}], "z": 1}
                """);
        assertThat(mapped.text())
                .contains("\"1.5E0\"^^<http://www.w3.org/2001/XMLSchema#double>")
                .contains("\"true\"^^<http://www.w3.org/2001/XMLSchema#boolean>")
                .contains("\"12345678901234567890\"^^<http://www.w3.org/2001/XMLSchema#integer>");
        assertThat(mapped.lines()).hasSize(3);
        assertThat(mapped.source().mapped()).isEqualTo(4);
    }

    @Test
    void aBrokenRecordIsLeftBehindAlone() throws Exception {
        Mapped mapped = map("{\"people\": [{\"id\": 1, \"name\": tru},\n {\"id\": 2, \"name\": \"b\"}]}");
        assertThat(mapped.lines()).hasSize(1);
        assertThat(mapped.source().rejectedRecords()).containsOnlyKeys(RejectionReason.BROKEN_RECORD);
    }

    @Test
    void aCutFileIsNoResult() {
        assertThatThrownBy(() -> map("{\"people\": [{\"id\": 1, \"name\": \"a\"},\n {\"id\": 2, \"na"))
                .asInstanceOf(type(SourceException.class))
                .satisfies(cut -> {
                    assertThat(cut.code()).isEqualTo("broken-json");
                    assertThat(cut.line()).isEqualTo(2);
                    assertThat(cut.file()).hasFileName("people.json");
                    assertThat(cut).hasMessageContaining("column 15");
                });
    }

    @Test
    void aRecordTooDeepIsRejected() throws Exception {
        String deep = "[".repeat(500) + "]".repeat(500);
        Mapped mapped = map("{\"people\": [{\"id\": 1, \"name\": " + deep + "}, {\"id\": 2, \"name\": \"b\"}]}");
        assertThat(mapped.source().rejectedRecords()).containsOnlyKeys(RejectionReason.TOO_DEEP);
        assertThat(mapped.lines()).hasSize(1);
    }

    @Test
    void aRecordTooLargeIsRejected() throws Exception {
        String large = "x".repeat(17 << 20);
        Mapped mapped = map("{\"people\": [{\"id\": 1, \"name\": \"" + large + "\"}, {\"id\": 2, \"name\": \"b\"}]}");
        assertThat(mapped.source().rejectedRecords()).containsOnlyKeys(RejectionReason.TOO_LARGE);
        assertThat(mapped.lines()).hasSize(1);
    }

    @Test
    void anObjectInsteadOfAValueRejectsTheRecord() throws Exception {
        Mapped mapped = map("{\"people\": [{\"id\": 1, \"name\": {\"first\": \"a\"}}]}");
        assertThat(mapped.source().rejectedRecords()).containsOnlyKeys(RejectionReason.STRUCTURED_VALUE);
        assertThat(mapped.text()).isEmpty();
    }

    @Test
    void theInventoryNamesPathsAndWhatIsUsed() throws Exception {
        Mapped mapped =
                map("{\"people\": [{\"id\": 1, \"name\": \"a\", \"tags\": [\"x\", \"y\"], \"o\": {\"p\": \"\"}}]}");
        assertThat(mapped.source().fields())
                .containsExactly(
                        new FieldUse("id", 1, true),
                        new FieldUse("name", 1, true),
                        new FieldUse("tags[*]", 1, false),
                        new FieldUse("o.p", 0, false));
    }

    @Test
    void aBrokenPathIsAMistakeOfTheMapping() {
        String turtle = TURTLE.replace("$.people[*]", "$.people[?(@.id>1]");
        assertThatThrownBy(() -> Mapped.of(folder, turtle, Map.of("people.json", "{}")))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("is broken at position 18: `)` is missing");
    }

    private static final String FILTERED = TURTLE.replace("$.people[*]", "$.people[?@.id > 1][?@.name]")
            .replace("\"$.name\"", "\"$.name[?@ != 'x' && @ > 'c']\"");

    @Test
    void filtersAndSlicesChooseRecordsAndValues() throws Exception {
        Mapped mapped = Mapped.of(folder, FILTERED, Map.of("people.json", """
                {"people": [{"id": 0, "name": ["a"]},
                 {"id": 2, "of": [{"name": ["b"]}]},
                 {"id": 3, "all": {"id": 4, "name": ["c", "d", "x", "e"], "no": 7}}]}
                """));
        assertThat(mapped.lines())
                .containsExactly(
                        "<http://example.org/4> <http://example.org/name> \"d\" .",
                        "<http://example.org/4> <http://example.org/name> \"e\" .");
        assertThat(mapped.source().read()).isEqualTo(1);
        assertThat(mapped.source().fields())
                .containsExactly(
                        new FieldUse("id", 1, true), new FieldUse("name[*]", 1, true), new FieldUse("no", 1, false));
    }

    @Test
    void aBrokenDocumentIsToldWithItsLine() {
        assertThatThrownBy(() -> Mapped.of(folder, FILTERED, Map.of("people.json", "{\"people\":\n [{\"id\" 1}]}")))
                .asInstanceOf(type(SourceException.class))
                .satisfies(broken -> {
                    assertThat(broken.code()).isEqualTo("broken-json");
                    assertThat(broken.line()).isEqualTo(2);
                });
    }

    @Test
    void aRejectedValueTakesItsRecordWithItWhereTheMappingSaysSo() throws Exception {
        String typed = "rml:reference \"$.name\" ; rml:datatype xsd:date";
        String lax = TURTLE.replace("rml:reference \"$.name\"", typed);
        String strict = TURTLE.replace("rml:reference \"$.name\"", typed + " ; sg:onRejectedValue \"record\"")
                .replace("rml:subjectMap [", "rml:subjectMap [ rml:class ex:Person ;");
        Map<String, String> people =
                Map.of("people.json", "{\"people\": [{\"id\": 1, \"name\": \"2026-02-30\"}, {\"id\": 2}]}");
        Mapped kept = Mapped.of(folder, lax, people);
        assertThat(kept.source().mapped()).isEqualTo(2);
        assertThat(kept.source().rejectedValues()).containsOnlyKeys(RejectionReason.BAD_DATATYPE);
        Mapped rejected = Mapped.of(folder, strict, people);
        assertThat(rejected.source().rejectedRecords()).containsOnlyKeys(RejectionReason.BAD_DATATYPE);
        assertThat(rejected.lines()).hasSize(1).first().asString().startsWith("<http://example.org/2>");
        assertThatThrownBy(() -> Mapped.of(folder, strict.replace("\"record\"", "\"all\""), people))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("sg:onRejectedValue wants \"record\" or \"value\"");
    }
}
