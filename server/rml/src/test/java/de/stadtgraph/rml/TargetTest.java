package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Logical targets: what goes to them, and where they may lie.
class TargetTest {
    private static final String NAME = "<http://example.org/1> <http://example.org/name> \"Anna\" .";
    private static final String AGE = "<http://example.org/1> <http://example.org/age> \"7\" .";
    private static final String TYPE =
            "<http://example.org/1> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <http://example.org/Person> .";

    @TempDir
    private Path folder = Path.of("");

    @TempDir
    private Path output = Path.of("");

    /// A mapping whose names go to a target, all else does not.
    private Mapping mapping(String path, String more) throws Exception {
        return Mapped.mapping(
                folder, """
                @prefix formats: <http://www.w3.org/ns/formats/> .
                <people> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                  rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path "people.csv" ] .
                <map> a rml:TriplesMap ; rml:logicalSource <people> ;
                  rml:subjectMap [ rml:template "http://example.org/{id}" ; rml:class ex:Person ] ;
                  rml:predicateObjectMap [ rml:predicate ex:name , ex:called ;
                    rml:objectMap [ rml:reference "name" ; rml:logicalTarget <target/names> ] ] ,
                    [ rml:predicate ex:age ; rml:objectMap [ rml:reference "age" ] ] .
                <target/names> a rml:LogicalTarget ; rml:target [ a rml:FilePath ; rml:path "%s" ] ; %s .
                """.formatted(path, more), Map.of("people.csv", "id,name,age\n1,Anna,7\n1,Anna,7\n"));
    }

    private List<String> files() throws Exception {
        try (Stream<Path> files = Files.walk(output)) {
            return files.filter(Files::isRegularFile)
                    .map(file -> output.relativize(file).toString())
                    .toList();
        }
    }

    @Test
    void aQuadGoesToTheTargetsOfItsTermsAndOtherwiseIntoTheOutput() throws Exception {
        Mapping mapping = mapping("sub/names.nq", "rml:serialization formats:N-Quads");
        assertThat(mapping.targets()).containsExactly("names");
        Mapped rest = Mapped.run(mapping, Mapped.OPTIONS);
        assertThat(rest.lines()).containsExactlyInAnyOrder(TYPE, AGE);
        assertThat(rest.source().mapped()).isEqualTo(2);
        List<TargetFiles.Written> written = TargetFiles.write(mapping, Mapped.OPTIONS, output);
        assertThat(written).singleElement().satisfies(one -> {
            assertThat(one.target()).isEqualTo("names");
            assertThat(one.report().quads()).isEqualTo(2);
            assertThat(Files.readAllLines(one.file()))
                    .containsExactlyInAnyOrder(NAME, NAME.replace("org/name", "org/called"));
        });
        assertThat(files()).containsExactly("sub/names.nq");
    }

    @ParameterizedTest
    @ValueSource(strings = {"../out.nq", "/tmp/stadtgraph-target.nq", "a/../../out.nq", ".", "link/out.nq", "taken"})
    void aTargetLiesBelowTheGivenFolder(String path) throws Exception {
        Files.createSymbolicLink(output.resolve("link"), folder);
        Files.createSymbolicLink(output.resolve("taken"), Files.writeString(folder.resolve("precious"), "x"));
        Mapping mapping = mapping(path, "rml:serialization formats:N-Quads");
        assertThatThrownBy(() -> TargetFiles.write(mapping, Mapped.OPTIONS, output))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("below the folder");
        assertThat(folder.resolve("precious")).hasContent("x");
        assertThat(folder.resolve("out.nq")).doesNotExist();
        assertThat(Path.of("/tmp/stadtgraph-target.nq")).doesNotExist();
        Files.delete(output.resolve("link"));
        Files.delete(output.resolve("taken"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"JSON-LD", "RDF_JSON", "RDF_XML", "CSV"})
    void formatsThatNeedAWholeGraphAreRefusedBeforeAnyRecord(String format) {
        assertThatThrownBy(() -> mapping("x", "rml:serialization formats:" + format))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("formats:" + format + " is not written")
                .hasMessageStartingWith("mapping.ttl:");
    }

    @Test
    void aRunThatFailsLeavesWhatWasThere() throws Exception {
        Path kept = Files.writeString(output.resolve("names.nq"), "before\n");
        Mapping mapping = mapping("names.nq", "rml:compression rml:gzip");
        Files.write(folder.resolve("people.csv"), new byte[] {'i', 'd', ',', 'n', '\n'});
        assertThatThrownBy(() -> TargetFiles.write(mapping, Mapped.OPTIONS, output))
                .isInstanceOf(MappingException.class);
        assertThat(kept).hasContent("before");
        assertThat(files()).containsExactly("names.nq");
    }
}
