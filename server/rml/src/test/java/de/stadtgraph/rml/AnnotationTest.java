package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Structural annotations of logical views (RML-LV): they change no statement, and wrong ones are mistakes.
class AnnotationTest {
    private static final String TURTLE = """
            <roads> a rml:LogicalView ; rml:viewOn [ a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                rml:source [ a rml:RelativePathSource ; rml:path "roads.csv" ] ] ;
              rml:structuralAnnotation [ a rml:PrimaryKeyAnnotation ; rml:onFields ( "number" ) ] ;
              rml:field [ rml:fieldName "number" ; rml:reference "number" ] ;
              rml:field [ rml:fieldName "length" ; rml:reference "length" ] .
            <trees> a rml:LogicalView ; rml:viewOn [ a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                rml:source [ a rml:RelativePathSource ; rml:path "trees.csv" ] ] ;
              rml:field [ rml:fieldName "key" ; rml:reference "id" ] ;
              rml:field [ rml:fieldName "road" ; rml:reference "road" ] ;
              ANNOTATION
              rml:leftJoin [ rml:parentLogicalView <roads> ;
                rml:joinCondition [ rml:child "road" ; rml:parent "number" ] ;
                rml:field [ rml:fieldName "long" ; rml:reference "length" ] ] .
            <tree> a rml:TriplesMap ; rml:logicalSource <trees> ;
              rml:subjectMap [ rml:template "http://example.org/tree/{key}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:long ; rml:objectMap [ rml:reference "long" ] ] .
            """;
    private static final String FOREIGN = """
            rml:structuralAnnotation [ a rml:ForeignKeyAnnotation ; rml:onFields ( "road" ) ;
              rml:targetView <roads> ; rml:targetFields ( "number" ) ] ;""";
    private static final Map<String, String> FILES =
            Map.of("roads.csv", "number,length\n1,30\n2,40\n", "trees.csv", "id,road\na,1\nb,2\nc,2\n");

    @TempDir
    private Path folder = Path.of("");

    private Mapped map(String annotation) throws Exception {
        return Mapped.of(folder, TURTLE.replace("ANNOTATION", annotation), FILES);
    }

    private void fails(String annotation, String code, String sentence) {
        assertThatThrownBy(() -> map(annotation))
                .isInstanceOfSatisfying(
                        MappingException.class,
                        wrong -> assertThat(wrong.code()).isEqualTo(code))
                .hasMessageContaining(sentence);
    }

    @Test
    void aForeignKeyChangesNoStatement() throws Exception {
        assertThat(map(FOREIGN).text()).isEqualTo(map("").text()).contains("\"40\"");
        assertThat(map(FOREIGN.replace("ForeignKey", "Inclusion")).text()).isEqualTo(map("").text());
    }

    @Test
    void aForeignKeyNamesAViewAndItsFields() {
        fails(FOREIGN.replace("rml:targetView <roads> ;", ""), "no-target", "rml:targetView is missing");
        fails(FOREIGN.replace("rml:targetView <roads>", "rml:targetView <tree>"), "no-target", "logical view");
        fails(FOREIGN.replace("( \"number\" )", "( \"nummer\" )"), "unknown-field", "`nummer`; it has length, number");
        fails(FOREIGN.replace("( \"road\" )", "( \"street\" )"), "unknown-field", "`street`");
        fails(FOREIGN.replace("( \"road\" )", "( \"road\" \"key\" )"), "no-target", "as many fields as rml:onFields");
    }

    @Test
    void theTargetOfAForeignKeyIsUniqueThatOfAnInclusionNeedNotBe() throws Exception {
        String length = FOREIGN.replace("( \"number\" )", "( \"length\" )");
        fails(length, "no-target", "on length");
        assertThat(map(length.replace("ForeignKey", "Inclusion")).lines()).hasSize(3);
    }

    @Test
    void aViewHasOnePrimaryKey() {
        String key = "rml:structuralAnnotation [ a rml:PrimaryKeyAnnotation ; rml:onFields ( \"key\" ) ] ;";
        fails(key + key, "repeated-key", "one rml:PrimaryKeyAnnotation");
    }
}
