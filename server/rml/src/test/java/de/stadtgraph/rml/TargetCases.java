package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFDataMgr;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.util.IsoMatcher;
import org.tukaani.xz.XZInputStream;

/// The files of targets that a case of RML-IO (RMLTTC) expects, unpacked on both sides and compared as graphs.
final class TargetCases {
    /// The expected files of these were made before RML had natural datatypes (`"33"`, no `xsd:integer`), or have the
    /// canonical `3.3E1` for a stated `xsd:double`, which RML-Core's cases leave as it stands: numbers are compared
    /// by their value.
    private static final List<String> NUMBERS_BY_VALUE = List.of(
            "RMLTTC0002q",
            "RMLTTC0004c",
            "RMLTTC0004g",
            "RMLTTC0005b",
            "RMLTTC0006b",
            "RMLTTC0006c",
            "RMLTTC0006d",
            "RMLTTC0006e");

    private TargetCases() {}

    static void check(Path folder) throws Exception {
        Mapping mapping = Mapping.read(folder.resolve("mapping.ttl"), Sources.in(folder));
        Path written = Files.createTempDirectory("targets");
        MappingOptions options = MappingOptions.defaults("http://example.com/").failingFast();
        List<TargetFiles.Written> files = TargetFiles.write(mapping, options, written);
        assertThat(files).hasSameSizeAs(mapping.targets());
        for (TargetFiles.Written file : files) {
            Path expected =
                    folder.resolve(written.toRealPath().relativize(file.file()).toString());
            boolean byValue = NUMBERS_BY_VALUE.contains(folder.getFileName().toString());
            String wanted = text(expected);
            String found = text(file.file());
            assertThat(IsoMatcher.isomorphic(dataset(wanted, expected, byValue), dataset(found, expected, byValue)))
                    .as("%s:%nexpected:%n%s%nactual:%n%s", file.file().getFileName(), wanted, found)
                    .isTrue();
            Files.delete(file.file());
        }
        try (var left = Files.list(written)) {
            assertThat(left).as("nothing half-written").isEmpty();
        }
        Files.delete(written);
    }

    private static DatasetGraph dataset(String text, Path name, boolean byValue) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        boolean turtle = name.toString().matches(".*\\.(ttl|n3)");
        var bytes = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        RDFDataMgr.read(dataset, bytes, turtle ? Lang.TURTLE : Lang.NQUADS);
        if (!byValue) {
            return dataset;
        }
        DatasetGraph values = DatasetGraphFactory.create();
        dataset.find()
                .forEachRemaining(quad ->
                        values.add(quad.getGraph(), quad.getSubject(), quad.getPredicate(), value(quad.getObject())));
        return values;
    }

    private static Node value(Node object) {
        boolean number = object.isLiteral() && object.getLiteralLexicalForm().matches("[0-9.]+(E[0-9]+)?");
        return number
                ? NodeFactory.createLiteralString(String.valueOf(Double.parseDouble(object.getLiteralLexicalForm())))
                : object;
    }

    private static String text(Path file) throws IOException {
        byte[] bytes = unpacked(file);
        boolean utf16 = bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE;
        return new String(bytes, utf16 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
    }

    private static byte[] unpacked(Path file) throws IOException {
        String name = file.toString();
        try (InputStream raw = Files.newInputStream(file)) {
            if (name.endsWith(".tar.gz")) {
                return member(new GZIPInputStream(raw));
            }
            if (name.endsWith(".tar.xz")) {
                return member(new XZInputStream(raw));
            }
            if (name.endsWith(".zip")) {
                var zip = new ZipInputStream(raw);
                assertThat(zip.getNextEntry()).isNotNull();
                return zip.readAllBytes();
            }
            return name.endsWith(".gz") ? new GZIPInputStream(raw).readAllBytes() : raw.readAllBytes();
        }
    }

    private static byte[] member(InputStream unpacked) throws IOException {
        var tar = new TarArchiveInputStream(unpacked);
        assertThat(tar.getNextEntry()).isNotNull();
        return tar.readAllBytes();
    }
}
