package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Files that were written to break parsers: each gives a report or one sentence, and soon.
class HostileInputTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    @TempDir
    private Path folder = Path.of("");

    private static List<Path> files(String material, String... endings) throws IOException {
        try (Stream<Path> files = Files.walk(Material.path(material))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> Stream.of(endings).anyMatch(file.toString()::endsWith))
                    .filter(file -> {
                        try {
                            return Files.size(file) < 4 << 20;
                        } catch (IOException gone) {
                            return false;
                        }
                    })
                    .sorted()
                    .toList();
        }
    }

    private void survive(List<Path> files, String formulation) throws Exception {
        assertThat(files).isNotEmpty();
        Path mapping = folder.resolve("mapping.ttl");
        Files.writeString(mapping, Mapped.PREFIXES + """
                <map> a rml:TriplesMap ;
                  rml:logicalSource [ rml:source <data> ; rml:referenceFormulation %s ] ;
                  rml:subjectMap [ rml:constant ex:s ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:object "o" ] .
                <data> rml:path "data" .
                """.formatted(formulation));
        Instant start = Instant.now();
        for (Path file : files) {
            try {
                Mapped.run(Mapping.read(mapping, new Sources(folder, java.util.Map.of("data", file))), Mapped.OPTIONS);
            } catch (MappingException | SourceException sentence) {
                assertThat(sentence.getMessage())
                        .as(file.toString())
                        .isNotBlank()
                        .doesNotContain("Exception");
            }
        }
        assertThat(Duration.between(start, Instant.now())).isLessThan(LONGEST);
    }

    @Test
    void xml() throws Exception {
        survive(files("bad-xml", ".xml", ".svg", ".gml", ".kml"), "rml:XPath ; rml:iterator \"//*\"");
    }

    @Test
    void json() throws Exception {
        survive(files("bad-json", ".json"), "rml:JSONPath ; rml:iterator \"$[*]\"");
    }

    @Test
    void csv() throws Exception {
        survive(files("bad-csv-spectrum", ".csv"), "rml:CSV");
    }

    @Test
    void encodings() throws Exception {
        survive(files("encodings-chardet", ".txt", ".csv", ".html", ".srt", ".xml"), "rml:CSV");
    }
}
