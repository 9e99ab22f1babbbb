package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Lists and containers (RML-CC) beyond what the test cases say.
class CollectionsTest {
    private static final String RULES = """
            <map> a rml:TriplesMap ;
              rml:logicalSource [ rml:source [ rml:path "data.csv" ] ; rml:referenceFormulation rml:CSV ] ;
              rml:subjectMap [ rml:template "http://example.org/line/{line}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:stops ; rml:objectMap [ %s ] ] .
            """;
    private static final String LIST = """
            rml:template "http://example.org/stops/{line}" ; rml:gatherAs
              <http://www.w3.org/1999/02/22-rdf-syntax-ns#List> ;
            rml:gather ( [ rml:reference "stop" ] )""";

    @TempDir
    private Path folder;

    private static String rows(int count) {
        var text = new StringBuilder("line,stop\n");
        for (int i = 0; i < count; i++) {
            text.append(i % 7).append(",s").append(i).append('\n');
        }
        return text.toString();
    }

    @Test
    void aListGrowsInTheOrderOfTheRecordsWhateverTheNumberOfThreads() throws Exception {
        Mapping mapping = Mapped.mapping(folder, RULES.formatted(LIST), Map.of("data.csv", rows(40_000)));
        Mapped one = Mapped.run(mapping, Mapped.OPTIONS.withThreads(1));
        Mapped many = Mapped.run(mapping, Mapped.OPTIONS.withThreads(8));
        assertThat(many.text()).isEqualTo(one.text());
        assertThat(one.lines()).doesNotHaveDuplicates();
        assertThat(one.lines()).filteredOn(line -> line.contains("#first>")).hasSize(40_000);
        assertThat(one.lines()).filteredOn(line -> line.contains("#rest>")).hasSize(40_000);
        assertThat(one.lines()).filteredOn(line -> line.endsWith("#nil> .")).hasSize(7);
        assertThat(one.report().quads()).isEqualTo(one.lines().size());
    }

    @Test
    void aRejectedRecordAddsNothing() throws Exception {
        Mapped mapped =
                Mapped.of(folder, RULES.formatted(LIST), Map.of("data.csv", "line,stop\n1,a\n1,b,too many\n1,c\n"));
        assertThat(mapped.lines()).filteredOn(line -> line.contains("#first>")).hasSize(2);
        assertThat(mapped.text()).doesNotContain("\"b\"");
    }

    @ParameterizedTest
    @CsvSource({
        "rml:gather ( [ rml:reference \"stop\" ] ), must stand together",
        "rml:gather () ; rml:gatherAs <http://www.w3.org/1999/02/22-rdf-syntax-ns#Bag>, at least one term map",
        "rml:gather ( [ rml:reference \"stop\" ] ) ; rml:gatherAs ex:Heap, 'rdf:List, rdf:Bag, rdf:Seq and rdf:Alt'",
    })
    void aMistakeIsOneSentenceWithItsLine(String map, String sentence) {
        assertThatThrownBy(() -> Mapped.mapping(folder, RULES.formatted(map), Map.of("data.csv", rows(1))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("mapping.ttl:")
                .hasMessageContaining(sentence);
    }

    @Test
    void aMapThatGathersItselfIsACycle() {
        String map = """
                rml:gatherAs <http://www.w3.org/1999/02/22-rdf-syntax-ns#Bag> ; rml:gather ( <again> ) ] ] .
                <again> rml:gatherAs <http://www.w3.org/1999/02/22-rdf-syntax-ns#Bag> ; rml:gather ( <again> ) .
                <x> ex:y [ ex:z [ ex:a 1""";
        assertThatThrownBy(() -> Mapped.mapping(folder, RULES.formatted(map), Map.of("data.csv", rows(1))))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("gathers itself");
    }
}
