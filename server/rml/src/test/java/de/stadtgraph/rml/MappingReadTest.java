package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What was compiled when a mapping was read serves its first run only where it means the same.
class MappingReadTest {
    private static final String RULES = """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix ex: <http://example.org/> .
            <#map> a rml:TriplesMap ;
              rml:logicalSource [ rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ;
                rml:path "data.csv" ] ; rml:referenceFormulation rml:CSV ] ;
              rml:subjectMap [ rml:template "thing/{a}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:b ; rml:objectMap [ rml:reference "b" ] ] .
            """;

    @TempDir
    private Path folder;

    private Mapping read(MappingOptions options) throws Exception {
        Path file = Files.writeString(folder.resolve("mapping.ttl"), RULES);
        return Mapping.read(file, Sources.in(folder), options);
    }

    private static List<String> lines(Mapping mapping, String base) throws Exception {
        return Mapped.run(mapping, MappingOptions.defaults(base)).lines();
    }

    @Test
    void everyRunGivesTheSame() throws Exception {
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,x\n");
        Mapping mapping = read(MappingOptions.defaults("http://one.example/"));
        List<String> expected = List.of("<http://one.example/thing/1> <http://example.org/b> \"x\" .");
        assertThat(lines(mapping, "http://one.example/")).isEqualTo(expected);
        assertThat(lines(mapping, "http://one.example/")).isEqualTo(expected);
    }

    @Test
    void aRunWithAnotherBaseHasItsOwnTerms() throws Exception {
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,x\n");
        Mapping mapping = read(MappingOptions.defaults("http://one.example/"));
        assertThat(lines(mapping, "http://two.example/"))
                .containsExactly("<http://two.example/thing/1> <http://example.org/b> \"x\" .");
    }

    @Test
    void columnsThatHaveChangedTheirPlacesAreFound() throws Exception {
        Files.writeString(folder.resolve("data.csv"), "a,b\n1,x\n");
        Mapping mapping = read(MappingOptions.defaults("http://one.example/"));
        Files.writeString(folder.resolve("data.csv"), "b,a\nx,1\n");
        assertThat(lines(mapping, "http://one.example/"))
                .containsExactly("<http://one.example/thing/1> <http://example.org/b> \"x\" .");
    }
}
