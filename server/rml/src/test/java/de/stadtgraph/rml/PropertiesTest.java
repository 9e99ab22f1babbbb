package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.stadtgraph.rml.term.IriSyntax;
import de.stadtgraph.rml.term.NquadsFormat;
import de.stadtgraph.rml.term.PercentEncoding;
import de.stadtgraph.rml.term.Term;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// What must hold for any input; each test names its seed.
class PropertiesTest {
    private static final String CSV = """
            <map> a rml:TriplesMap ; rml:logicalSource [ rml:referenceFormulation rml:CSV ;
                rml:source [ a csvw:Table ; csvw:url "data.csv" ; csvw:dialect [ csvw:header false ] ;
                  sg:shortRows "fill" ;
                  csvw:tableSchema [ csvw:column ( [ csvw:name "a" ] [ csvw:name "b" ] ) ] ] ] ;
              rml:subjectMap [ rml:template "http://example.org/{a}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "b" ] ] .
            """;
    private static final String JSON = """
            <map> a rml:TriplesMap ; rml:logicalSource [ rml:referenceFormulation rml:JSONPath ; rml:iterator "$[*]" ;
                rml:source [ a rml:RelativePathSource ; rml:path "data.json" ] ] ;
              rml:subjectMap [ rml:template "http://example.org/{a}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "b" ] ] .
            """;
    private static final String CHARACTERS = "ab \"\\,;\n\r\t'{}[]:<>%äß€\u0000\u007F\u00A0\uFEFF";

    @TempDir
    private Path folder = Path.of("");

    private static Stream<DynamicTest> seeds(String name, Consumer<Random> property) {
        long fresh = System.nanoTime();
        return Stream.of(1L, 2L, fresh)
                .map(seed -> DynamicTest.dynamicTest(name + ", seed " + seed, () -> property.accept(new Random(seed))));
    }

    private static String text(Random random) {
        var text = new StringBuilder();
        for (int i = random.nextInt(12); i > 0; i--) {
            boolean rare = random.nextInt(10) == 0;
            text.appendCodePoint(
                    rare ? 0x1F300 + random.nextInt(100) : CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    @TestFactory
    Stream<DynamicTest> anyTextSurvivesNquads() {
        return seeds("N-Quads round trip", random -> {
            for (int i = 0; i < 300; i++) {
                String text = text(random);
                var line = new StringBuilder();
                var subject = new Term.Iri("http://example.org/" + PercentEncoding.iriSafe("x" + text));
                assertThat(IriSyntax.isAbsolute(subject.value()))
                        .as(subject.value())
                        .isTrue();
                assertThat(URI.create(PercentEncoding.uriSafe("x" + text)).getPath())
                        .isEqualTo("x" + text);
                NquadsFormat.append(
                        line,
                        new de.stadtgraph.rml.term.Quad(
                                subject, "http://example.org/p", Term.Literal.string(text), null));
                assertThat(read(line.toString())).containsExactly(text);
            }
        });
    }

    private static List<String> read(String nquads) {
        List<String> texts = new ArrayList<>();
        RDFParser.source(new ByteArrayInputStream(nquads.getBytes(StandardCharsets.UTF_8)))
                .lang(Lang.NQUADS)
                .parse(new StreamRDFBase() {
                    @Override
                    public void quad(Quad quad) {
                        texts.add(quad.getObject().getLiteralLexicalForm());
                    }
                });
        return texts;
    }

    @TestFactory
    Stream<DynamicTest> whatAnotherWriterWritesIsRead() {
        return seeds("CSV round trip", random -> {
            List<String> cells = new ArrayList<>();
            var file = new StringWriter();
            try (CsvWriter writer = CsvWriter.builder().build(file)) {
                for (int i = 0; i < 200; i++) {
                    cells.add(text(random));
                    writer.writeRecord(String.valueOf(i), cells.getLast());
                }
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
            Mapped mapped = map(CSV, "data.csv", file.toString().getBytes(StandardCharsets.UTF_8));
            assertThat(mapped.source().mapped()).isEqualTo(200);
            assertThat(read(mapped.text())).containsExactlyElementsOf(cells);
        });
    }

    @TestFactory
    Stream<DynamicTest> anyBytesGiveAReportOrAnError() {
        return seeds("random bytes", random -> {
            for (int i = 0; i < 150; i++) {
                boolean json = random.nextBoolean();
                var data = new StringBuilder(json ? "[" : "");
                for (int j = random.nextInt(30); j > 0; j--) {
                    data.append(json && random.nextBoolean() ? "{\"a\":1,\"b\":\"x\"}," : text(random));
                }
                byte[] bytes = data.append(json ? "1]" : "").toString().getBytes(StandardCharsets.UTF_8);
                if (bytes.length > 0 && random.nextBoolean()) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
                }
                survive(json, bytes);
            }
        });
    }

    private void survive(boolean json, byte[] bytes) {
        try {
            Mapped mapped = json ? map(JSON, "data.json", bytes) : map(CSV, "data.csv", bytes);
            SourceReport source = mapped.source();
            assertThat(source.read()).isEqualTo(source.mapped() + source.rejected() + source.skipped());
            assertThat(mapped.lines()).hasSize((int) mapped.report().quads());
            assertThat(read(mapped.text())).hasSize((int) mapped.report().quads());
        } catch (Refused rightly) {
            assertThat(rightly).cause().hasMessageStartingWith(json ? "data.json" : "mapping.ttl");
        }
    }

    /// A mistake or failure that the engine names.
    private static final class Refused extends RuntimeException {
        Refused(Exception cause) {
            super(cause);
        }
    }

    private Mapped map(String turtle, String name, byte[] bytes) {
        try {
            Files.write(folder.resolve(name), bytes);
            return Mapped.of(folder, turtle, Map.of());
        } catch (MappingException | SourceException refused) {
            throw new Refused(refused);
        } catch (Exception other) {
            throw new AssertionError("an exception that is none of the engine's", other);
        }
    }
}
