package de.stadtgraph.rml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A mapping run in memory, for tests.
record Mapped(MappingReport report, String text) {
    static final String PREFIXES = """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix sg: <https://w3id.org/stadtgraph/rml#> .
            @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix ex: <http://example.org/> .
            @base <http://example.org/mapping/> .
            """;

    static final MappingOptions OPTIONS = MappingOptions.defaults("http://example.org/");

    List<String> lines() {
        return text.lines().toList();
    }

    SourceReport source() {
        return report.sources().getFirst();
    }

    static Mapped run(Mapping mapping, MappingOptions options) throws Exception {
        var bytes = new ByteArrayOutputStream();
        MappingReport report =
                MappingEngine.run(mapping, options, QuadSink.nquads(Channels.newChannel(bytes)), Observer.none());
        return new Mapped(report, bytes.toString(StandardCharsets.UTF_8));
    }

    /// Writes the files and maps them by the Turtle.
    static Mapped of(Path folder, String turtle, Map<String, String> files) throws Exception {
        return run(mapping(folder, turtle, files), OPTIONS);
    }

    static Mapping mapping(Path folder, String turtle, Map<String, String> files) throws IOException, MappingException {
        return plain(folder, PREFIXES + turtle, files);
    }

    /// The same with prefixes of its own.
    static Mapping plain(Path folder, String turtle, Map<String, String> files) throws IOException, MappingException {
        Path file = folder.resolve("mapping.ttl");
        Files.writeString(file, turtle);
        for (Map.Entry<String, String> data : files.entrySet()) {
            Files.writeString(folder.resolve(data.getKey()), data.getValue());
        }
        return Mapping.read(file, Sources.in(folder));
    }
}
