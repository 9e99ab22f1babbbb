package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

    /// Four thousand records of one key beside four thousand others: sixteen million pairs that nobody means. Without a
    /// predicate none of them is written, which keeps the test short.
    @Test
    void aJoinThatPairsManyWithManyStopsTheRun() throws Exception {
        String rules = TWO_TABLES
                .replace("rml:predicate ex:of ;", "rml:predicateMap [ rml:reference \"none\" ] ;")
                .replace("@", "")
                .replace("rml:path \"rows.csv\"", "rml:path \"rows.csv\" ; rml:null \"\"");
        var rows = new StringBuilder("id,group,none\n");
        var groups = new StringBuilder("name,part\n");
        for (int i = 0; i < 4_000; i++) {
            rows.append(i).append(",all,\n");
            groups.append("all,").append(i).append('\n');
        }
        Mapping mapping =
                Mapped.mapping(folder, rules, Map.of("rows.csv", rows.toString(), "groups.csv", groups.toString()));
        assertThatThrownBy(() -> Mapped.run(mapping, Mapped.OPTIONS))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("a join pairs each record with 4,000 of groups: more than 10,000,000 pairs");
    }

    private static final String TWO_TABLES = """
            <member> a rml:TriplesMap ;
              rml:logicalSource [ rml:source [ rml:path "rows.csv" ] ; rml:referenceFormulation rml:CSV ] ;
              rml:subjectMap [ rml:template "http://example.org/member/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:of ;
                rml:objectMap [ rml:parentTriplesMap <group> ;
                  rml:joinCondition [ rml:child "group" ; rml:parent "name" ] ] ] .
            <group> a rml:TriplesMap ;
              rml:logicalSource [ rml:source [ rml:path "groups.csv" ] ; rml:referenceFormulation rml:CSV ] ;
              rml:subjectMap [ rml:template "http://example.org/group/{name}-{part}"@ ] .
            """;

    /// A condition that always holds keeps the direct way away.
    @Test
    void tablesJoinedByTheirBytesGiveWhatTheirTermsGive() throws Exception {
        var rows = new StringBuilder("id,group\n");
        var groups = new StringBuilder("name,part\n");
        for (int i = 0; i < GROUPS; i++) {
            rows.append(i).append(",größe ").append(i % 13).append("\n");
            groups.append("größe ")
                    .append(i % 11)
                    .append(",")
                    .append(i % 3 == 0 ? "." : i)
                    .append("\n");
        }
        for (int i = 0; i < 12; i++) {
            groups.append("größe 1,many").append(i).append("\n");
        }
        Map<String, String> files = Map.of("rows.csv", rows + "x,\n", "groups.csv", groups + ",none\n");
        String always = """
                 ; rml:condition [ rml:functionExecution [ rml:function sg:matches ;
                   rml:input [ rml:parameter sg:value ; rml:inputValue "x" ] ,
                             [ rml:parameter sg:pattern ; rml:inputValue "x" ] ] ]""";
        Mapped direct = Mapped.of(folder, TWO_TABLES.replace("@", ""), files);
        Mapped general = Mapped.of(folder, TWO_TABLES.replace("@", always), files);
        assertThat(direct.lines()).isNotEmpty().containsExactlyInAnyOrderElementsOf(general.lines());
    }

    /// The member's subject is not made of the key alone, so a row must meet the others of its group.
    @Test
    void rowsMeetTheOthersOfTheirGroupWhereTheSubjectIsNotTheKey() throws Exception {
        String rules = RULES.replace("<group> ;\n", "<member> ;\n");
        Mapped mapped = Mapped.of(folder, rules, Map.of("rows.csv", "id,group\n1,a\n2,a\n3,b\n"));
        assertThat(mapped.lines())
                .filteredOn(line -> line.contains("/of>"))
                .hasSize(5)
                .contains("<http://example.org/member/1> <http://example.org/of> <http://example.org/member/2> .");
    }

    /// Elements are read in small batches, nearly all of which hold each group: written once a batch, these would be
    /// more
    /// pairs than the limit lets pass.
    @Test
    void elementsOfOneGroupMeetItsMembersOnceInTheWholeRun() throws Exception {
        String rules = RULES.substring(RULES.indexOf("<group> a"))
                        .replace(
                                "rows.csv\" ] ; rml:referenceFormulation rml:CSV",
                                "rows.xml\" ] ; rml:iterator \"/r/e\" ;" + " rml:referenceFormulation rml:XPath")
                + "<member> a rml:TriplesMap ; rml:logicalSource <rows> ;"
                + " rml:subjectMap [ rml:template \"http://example.org/member/{@id}\" ] .";
        int members = 40 * 1_500;
        var rows = new StringBuilder("<r>");
        for (int i = 0; i < members; i++) {
            rows.append("<e id='").append(i).append("'><group>").append(i % 40).append("</group></e>");
        }
        Mapping mapping = Mapped.mapping(folder, rules, Map.of("rows.xml", rows + "</r>"));
        Mapped several = Mapped.run(mapping, Mapped.OPTIONS.withThreads(3));
        assertThat(several.lines()).hasSize(members).doesNotHaveDuplicates();
        assertThat(several.text())
                .isEqualTo(Mapped.run(mapping, Mapped.OPTIONS.withThreads(1)).text());
    }

    /// Of a record with several keys each subject meets the members of them all.
    @Test
    void elementsMeetTheirGroupWhetherTheyHaveOneKeyOrSeveral() throws Exception {
        String rules = RULES.replace(
                "rows.csv\" ] ; rml:referenceFormulation rml:CSV",
                "rows.xml\" ] ; rml:iterator \"/r/e\" ; rml:referenceFormulation rml:XPath");
        String rows = """
                <r><e><id>1</id><group>a</group></e><e><id>2</id><group>a</group><group>b</group></e>
                <e><id>3</id><group>b</group></e><e><id>4</id></e><e><id>5</id><group>c</group></e></r>""";
        Mapped mapped = Mapped.of(folder, rules, Map.of("rows.xml", rows));
        assertThat(mapped.lines())
                .filteredOn(line -> line.contains("/has>"))
                .containsExactlyInAnyOrder(
                        has("a", 1), has("a", 2), has("a", 3), has("b", 1), has("b", 2), has("b", 3), has("c", 5));
    }

    private static String has(String group, int member) {
        return "<http://example.org/group/" + group + "> <http://example.org/has> <http://example.org/member/" + member
                + "> .";
    }

    /// Nothing equals a value that is missing, not even itself.
    @Test
    void aRowThatLacksOneOfTwoKeysHasNoPair() throws Exception {
        String rules = RULES.replace(
                        "rml:child \"group\" ; rml:parent \"group\" ]",
                        "rml:child \"group\" ; rml:parent \"group\" ] ,"
                                + " [ rml:child \"part\" ; rml:parent \"part\" ]")
                .replace("\"rows.csv\"", "\"rows.csv\" ; rml:null \"\"");
        Mapped mapped = Mapped.of(folder, rules, Map.of("rows.csv", "id,group,part\n1,a,x\n2,a,\n3,a,x\n"));
        assertThat(mapped.lines())
                .filteredOn(line -> line.contains("/has>"))
                .containsExactlyInAnyOrder(has("a", 1), has("a", 3));
    }

    /// Each of the two files would have to be read before the other.
    @Test
    void tablesThatLookEachOtherUpAreJoined() throws Exception {
        String rules = TWO_TABLES.replace("/{name}-{part}\"@ ] .", """
                /{name}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:has ;
                    rml:objectMap [ rml:parentTriplesMap <member> ;
                      rml:joinCondition [ rml:child "name" ; rml:parent "group" ] ] ] .
                """);
        Mapped mapped = Mapped.of(
                folder, rules, Map.of("rows.csv", "id,group\n1,a\n2,b\n3,a\n", "groups.csv", "name\nb\na\nc\n"));
        assertThat(mapped.lines())
                .hasSize(6)
                .contains(
                        has("a", 1),
                        has("a", 3),
                        has("b", 2),
                        "<http://example.org/member/3> <http://example.org/of> <http://example.org/group/a> .");
    }
}
