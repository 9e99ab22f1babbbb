package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A record can be mapped again, alone, and gives the statements that it gave in the run.
class TraceTest {
    private static final String RULES = """
            <tree> a rml:TriplesMap ;
              rml:logicalSource [ rml:source [ rml:path "trees.csv" ] ; rml:referenceFormulation rml:CSV ] ;
              rml:subjectMap [ rml:template "http://example.org/tree/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:kind ; rml:objectMap [ rml:reference "kind" ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:height ;
                rml:objectMap [ rml:reference "height" ; rml:datatype xsd:decimal ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:same ; rml:objectMap [ rml:parentTriplesMap <tree> ;
                rml:joinCondition [ rml:child "kind" ; rml:parent "kind" ] ] ] .
            """;
    private static final String TREES = "id,kind,height,owner\n1,Linde,12.5,A\n2,Ahorn,hoch,B\n3,Linde,9,C\n";

    @TempDir
    private Path folder;

    private Mapping mapping() throws Exception {
        return Mapped.mapping(folder, RULES, Map.of("trees.csv", TREES));
    }

    @Test
    void allRecordsTogetherGiveTheStatementsOfTheRun() throws Exception {
        List<String> run = Mapped.run(mapping(), Mapped.OPTIONS).lines();
        List<String> traced = new java.util.ArrayList<>();
        for (int record = 1; record <= 3; record++) {
            Trace.replay(mapping(), Mapped.OPTIONS, "trees", record)
                    .statements()
                    .forEach(statement -> traced.add(statement.quad()));
        }
        assertThat(traced).isEqualTo(run);
    }

    @Test
    void aRecordShowsItsLineItsValuesAndWhatWasLeftOut() throws Exception {
        Trace trace = Trace.replay(mapping(), Mapped.OPTIONS, "trees", 2);
        assertThat(trace.line()).isEqualTo(3);
        assertThat(trace.values())
                .isEqualTo(Map.of("id", List.of("2"), "kind", List.of("Ahorn"), "height", List.of("hoch")));
        assertThat(trace.statements())
                .extracting(Trace.TracedQuad::triplesMap)
                .containsOnly("http://example.org/mapping/tree");
        assertThat(trace.statements()).extracting(Trace.TracedQuad::mappingLine).containsOnly(7L);
        assertThat(trace.rejections()).extracting(Rejection::reason).containsExactly(RejectionReason.BAD_DATATYPE);
    }

    @Test
    void aRecordThatIsNotThereIsOneSentence() {
        assertThatThrownBy(() -> Trace.replay(mapping(), Mapped.OPTIONS, "trees", 4))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("no record 4");
        assertThatThrownBy(() -> Trace.replay(mapping(), Mapped.OPTIONS, "bushes", 1))
                .isInstanceOf(SourceException.class);
    }
}
