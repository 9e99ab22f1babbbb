package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The output does not depend on how many threads make it, nor on whether digests lie on the heap or in files.
class SameOutputTest {
    private static final int ROWS = 20_000;
    private static final String RULES = """
            <map> a rml:TriplesMap ;
              rml:logicalSource [ rml:source [ rml:path "%s" ] ; rml:referenceFormulation %s ] ;
              rml:subjectMap [ rml:template "http://example.org/thing/{id}" ; rml:class ex:Thing ] ;
              rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:size ;
                rml:objectMap [ rml:reference "size" ; rml:datatype xsd:decimal ] ] ;
              rml:predicateObjectMap [ rml:predicate ex:group ;
                rml:objectMap [ rml:template "http://example.org/group/{name}" ] ] .
            """;

    @TempDir
    private Path folder = Path.of("");

    private static final String[] NAMES = {"Zoë", "a \"\"b\"\"", "x/y", "", "..", "Größe, m²", "line\nend", "𝄞"};

    private static String csv() {
        var random = new Random(7);
        var text = new StringBuilder("id,name,size\n");
        for (int i = 0; i < ROWS; i++) {
            String name = NAMES[random.nextInt(NAMES.length)];
            String size = random.nextInt(50) == 0 ? "wide" : random.nextInt(100) + "." + random.nextInt(10);
            text.append(random.nextInt(ROWS))
                    .append(",\"")
                    .append(name)
                    .append("\",")
                    .append(size);
            text.append(random.nextInt(500) == 0 ? ",more\n" : "\n");
        }
        return text.toString();
    }

    private void compare(Mapping mapping) throws Exception {
        Mapped one = Mapped.run(mapping, Mapped.OPTIONS.withThreads(1));
        Mapped spilling = Mapped.run(mapping, Mapped.OPTIONS.withThreads(3).withMemory(1 << 12, folder));
        Mapped many = Mapped.run(mapping, Mapped.OPTIONS.withThreads(8));
        assertThat(one.lines()).hasSizeGreaterThan(ROWS).doesNotHaveDuplicates();
        assertThat(many.text()).isEqualTo(one.text());
        assertThat(spilling.text()).isEqualTo(one.text());
        assertThat(many.report().rejections()).isEqualTo(one.report().rejections());
        assertThat(many.source().fields()).isEqualTo(one.source().fields());
        assertThat(many.source().rejectedRecords()).isEqualTo(one.source().rejectedRecords());
        assertThat(one.report().quads()).isEqualTo(one.lines().size());
        assertThat(folder).isDirectoryNotContaining("glob:**.tmp");
    }

    @Test
    void ofCsv() throws Exception {
        compare(Mapped.mapping(folder, RULES.formatted("data.csv", "rml:CSV"), Map.of("data.csv", csv())));
    }

    @Test
    void ofJson() throws Exception {
        var text = new StringBuilder("[");
        var random = new Random(8);
        for (int i = 0; i < ROWS; i++) {
            text.append(i == 0 ? "" : ",\n").append("{\"id\":").append(random.nextInt(ROWS));
            text.append(",\"name\":").append(random.nextInt(9) == 0 ? "[\"a\",\"b\"]" : "\"n" + i % 50 + "\"");
            text.append(random.nextInt(9) == 0 ? "" : ",\"size\":\"" + i + ".5\"")
                    .append('}');
        }
        String rules = RULES.formatted("data.json", "rml:JSONPath ; rml:iterator \"$[*]\"");
        compare(Mapped.mapping(
                folder, rules, Map.of("data.json", text.append(']').toString())));
    }

    /// Lines are compared from the first repeated subject on, also with those that were written before it.
    @Test
    void aSubjectThatComesAgainLateRepeatsNoLine() throws Exception {
        var csv = new StringBuilder("id,name,size\n");
        var json = new StringBuilder("[");
        for (int i = 0; i < ROWS; i++) {
            csv.append(i).append(",n").append(i % 9).append(",1.5\n");
            json.append("{\"id\":")
                    .append(i)
                    .append(",\"name\":\"n")
                    .append(i % 9)
                    .append("\",\"size\":\"1.5\"},\n");
        }
        csv.append("7,n7,1.5\n7,other,1.5\n").append(ROWS).append(",n,1.5\n");
        json.append("{\"id\":7,\"name\":\"n7\",\"size\":\"1.5\"},{\"id\":7,\"name\":\"other\",\"size\":\"1.5\"},")
                .append("{\"id\":" + ROWS + ",\"name\":\"n\",\"size\":\"1.5\"}]");
        Mapping table =
                Mapped.mapping(folder, RULES.formatted("late.csv", "rml:CSV"), Map.of("late.csv", csv.toString()));
        compare(table);
        Mapped mapped = Mapped.run(table, Mapped.OPTIONS);
        assertThat(mapped.lines()).hasSize(4 * ROWS + 2 + 4).endsWith(lines(ROWS, "n"));
        assertThat(mapped.source().read()).isEqualTo(ROWS + 3);
        assertThat(mapped.source().mapped()).isEqualTo(ROWS + 3);
        String rules = RULES.formatted("late.json", "rml:JSONPath ; rml:iterator \"$[*]\"");
        Mapping tree = Mapped.mapping(folder, rules, Map.of("late.json", json.toString()));
        assertThat(Mapped.run(tree, Mapped.OPTIONS).lines()).isEqualTo(mapped.lines());
    }

    private static String[] lines(int id, String name) {
        String subject = "<http://example.org/thing/" + id + "> ";
        return new String[] {
            subject + "<http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Thing> .",
            subject + "<http://example.org/name> \"" + name + "\" .",
            subject + "<http://example.org/size> \"1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal> .",
            subject + "<http://example.org/group> <http://example.org/group/" + name + "> ."
        };
    }

    /// The graph stands at the subject and at the rule, and all subjects come once.
    @Test
    void aGraphThatIsNamedTwiceGivesOneLine() throws Exception {
        String rules = RULES.replace("rml:class ex:Thing ]", "rml:graph ex:all ]")
                .replace("rml:predicate ex:name ;", "rml:predicate ex:name ; rml:graph ex:all ;");
        var csv = new StringBuilder("id,name,size\n");
        for (int i = 0; i < ROWS; i++) {
            csv.append(i).append(",n,1.5\n");
        }
        Mapped mapped = Mapped.of(folder, rules.formatted("data.csv", "rml:CSV"), Map.of("data.csv", csv.toString()));
        assertThat(mapped.lines()).hasSize(3 * ROWS).doesNotHaveDuplicates();
    }
}
