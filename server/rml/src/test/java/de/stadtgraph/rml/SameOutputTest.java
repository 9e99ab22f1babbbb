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
}
