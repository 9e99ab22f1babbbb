package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import de.stadtgraph.rml.function.FunctionDefinition;
import de.stadtgraph.rml.function.FunctionLibrary;
import de.stadtgraph.rml.function.Outcome;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/// The test cases of the W3C Knowledge Graph Construction Community Group, for what the engine supports.
@Tag("conformance")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RmlCoreConformanceTest {
    private final ConformanceReport report = new ConformanceReport();

    private static final String IDLAB = "https://w3id.org/imec/idlab/function#";

    /// Formats of targets that only a writer of whole graphs can write (JSON-LD, RDF/JSON, RDF/XML): what is written
    /// here
    /// has no bound, so they are refused; a test of its own looks at that.
    private static final Set<String> NOT_WRITTEN = Set.of("RMLTTC0004a", "RMLTTC0004e", "RMLTTC0004f");

    /// Functions of the suite that do not ship.
    private static final FunctionLibrary FUNCTIONS = FunctionLibrary.standard()
            .with(List.of(new FunctionDefinition(
                    IDLAB + "alwaysReturnsABC",
                    List.of(),
                    List.of(IDLAB + "_stringOut"),
                    FunctionDefinition.Result.TEXT,
                    false,
                    (_, _) -> _ -> Outcome.of("ABC"))));

    @TestFactory
    Stream<DynamicTest> core() throws Exception {
        return cases("rml-core");
    }

    @TestFactory
    Stream<DynamicTest> functions() throws Exception {
        return cases("rml-fnml");
    }

    @TestFactory
    Stream<DynamicTest> views() throws Exception {
        return cases("rml-lv");
    }

    @TestFactory
    Stream<DynamicTest> sources() throws Exception {
        return cases("rml-io");
    }

    @TestFactory
    Stream<DynamicTest> collectionsAndContainers() throws Exception {
        return cases("rml-cc");
    }

    @AfterAll
    void writeReport() throws Exception {
        report.write(Path.of("target/earl-rml.ttl"));
    }

    private Stream<DynamicTest> cases(String suite) throws Exception {
        Path folder = Material.path("rml-testcases/" + suite + "/test-cases");
        try (Stream<Path> folders = Files.list(folder)) {
            return folders
                    .filter(one -> Files.exists(one.resolve("mapping.ttl")))
                    .filter(one -> !NOT_WRITTEN.contains(one.getFileName().toString()))
                    .sorted()
                    .toList()
                    .stream()
                    .map(one -> DynamicTest.dynamicTest(
                            one.getFileName().toString(), () -> report.note(suite, one, () -> check(one))));
        }
    }

    private static void check(Path folder) throws Exception {
        Path expected = Stream.of("output.nq", "default.nq")
                .map(folder::resolve)
                .filter(Files::exists)
                .findFirst()
                .orElse(folder.resolve("none"));
        if (Files.exists(expected)) {
            compare(run(folder), readable(Files.readString(expected)));
            if (folder.getFileName().toString().startsWith("RMLTTC")) {
                TargetCases.check(folder);
            }
            return;
        }
        try {
            run(folder);
        } catch (MappingException | SourceException rightly) {
            assertThat(rightly.getMessage()).isNotBlank();
            return;
        }
        fail("an error is expected");
    }

    /// RMLTC0027b-JSON expects IRIs with blanks as they are, which no reader of N-Quads takes; as escapes it does.
    private static String readable(String nquads) {
        return Pattern.compile("<http[^<>\"]* [^<>\"]*>")
                .matcher(nquads)
                .replaceAll(iri -> iri.group().replace(" ", "\\\\u0020"));
    }

    private static String run(Path folder) throws Exception {
        Mapping mapping = Files.readString(folder.resolve("mapping.ttl")).contains("$CONNECTIONDSN")
                ? Databases.mapping(folder, FUNCTIONS)
                : Mapping.read(folder.resolve("mapping.ttl"), Sources.in(folder), FUNCTIONS);
        // The cases of RML-CC expect IRIs below another base than all others, and do not state it.
        String base = folder.toString().contains("rml-cc") ? "http://example.com/base/" : "http://example.com/";
        return Mapped.run(mapping, MappingOptions.defaults(base).failingFast()).text();
    }

    private static void compare(String actual, String expected) {
        assertThat(IsoMatcher.isomorphic(dataset(expected), dataset(actual)))
                .as("expected:%n%s%nactual:%n%s", expected, actual)
                .isTrue();
        assertThat(actual.lines()).doesNotHaveDuplicates();
    }

    private static DatasetGraph dataset(String nquads) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        var bytes = new ByteArrayInputStream(nquads.getBytes(StandardCharsets.UTF_8));
        RDFDataMgr.read(dataset, bytes, Lang.NQUADS);
        return dataset;
    }
}
