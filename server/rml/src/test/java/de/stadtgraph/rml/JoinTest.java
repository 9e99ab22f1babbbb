package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Joins of any size give the same lines, wherever their parent side lies.
class JoinTest {
    private static final int GROUPS = 40;
    private static final int MEMBERS = 200;
    private static final String RULES = """
            <member> a rml:TriplesMap ; rml:logicalSource <rows> ;
              rml:subjectMap [ rml:template "http://example.org/member/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:of ;
                rml:objectMap [ rml:parentTriplesMap <group> ;
                  rml:joinCondition [ rml:child "group" ; rml:parent "group" ] ] ] .
            <group> a rml:TriplesMap ; rml:logicalSource <rows> ;
              rml:subjectMap [ rml:template "http://example.org/group/{group}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:has ;
                rml:objectMap [ rml:parentTriplesMap <member> ;
                  rml:joinCondition [ rml:child "group" ; rml:parent "group" ] ] ] .
            <rows> rml:source [ rml:path "rows.csv" ] ; rml:referenceFormulation rml:CSV .
            """;

    @TempDir
    private Path folder;

    private static String rows() {
        var text = new StringBuilder("id,group\n");
        for (int i = 0; i < GROUPS * MEMBERS; i++) {
            text.append(i).append(",größe ").append(i % GROUPS).append('\n');
        }
        return text.toString();
    }

    @Test
    void aSelfJoinGivesEachPairOnceOnTheHeapAndInFiles() throws Exception {
        Mapping mapping = Mapped.mapping(folder, RULES, Map.of("rows.csv", rows()));
        Mapped one = Mapped.run(mapping, Mapped.OPTIONS.withThreads(1));
        Mapped spilling = Mapped.run(mapping, Mapped.OPTIONS.withThreads(3).withMemory(1 << 12, folder));
        assertThat(one.lines()).hasSize(2 * GROUPS * MEMBERS).doesNotHaveDuplicates();
        assertThat(one.lines())
                .contains("<http://example.org/group/größe%207> <http://example.org/has>"
                        + " <http://example.org/member/47> .");
        assertThat(spilling.text()).isEqualTo(one.text());
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    /// The first record of the group is rejected; what it joins must come from another.
    @Test
    void aRejectedRecordDoesNotHideThePairsOfTheNext() throws Exception {
        String rules = RULES.replace("rml:subjectMap [ rml:template \"http://example.org/group/{group}\" ] ;", """
                rml:subjectMap [ rml:template "http://example.org/group/{group}" ;
                  rml:graphMap [ rml:reference "graph" ] ] ;""");
        Mapped mapped = Mapped.of(
                folder, rules, Map.of("rows.csv", "id,group,graph\n1,a,not an IRI\n2,a,http://example.org/g\n"));
        assertThat(mapped.lines())
                .contains("<http://example.org/group/a> <http://example.org/has> <http://example.org/member/2>"
                        + " <http://example.org/g> .");
    }
}
