package de.stadtgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.rdf.RdfFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPInputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DownloadsTest {
    private static final String WKT = "<http://www.opengis.net/ont/geosparql#wktLiteral>";
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";

    @TempDir
    private Path work;

    @Test
    void turtleHoldsExactlyTheQuads() throws IOException {
        long seed = 20_261_126;
        var random = new Random(seed);
        List<String> lines = new ArrayList<>();
        for (int count = 0; count < 400; count++) {
            Triple triple = Triple.create(
                    iri(random, "http://schema.org/"), iri(random, "http://purl.org/dc/terms/"), object(random));
            lines.add(NodeFmtLib.strNT(triple.getSubject()) + " " + NodeFmtLib.strNT(triple.getPredicate()) + " "
                    + NodeFmtLib.strNT(triple.getObject()) + " .");
        }
        SortedQuads sorted = City.quads(work, lines);
        Path target = work.resolve("release.ttl.gz");
        TurtleDump.write(sorted.file(), target);
        var expected = GraphFactory.createDefaultGraph();
        RdfFiles.readTriples(sorted.file()).find().forEachRemaining(expected::add);
        assertThat(RdfFiles.read(target).isIsomorphicWith(expected))
                .as("seed " + seed)
                .isTrue();
    }

    private static Node iri(Random random, String namespace) {
        String name = List.of("name", "a1", "x.y", "1a", "ü", "a-b", "tree/4711", "#geometry")
                .get(random.nextInt(8));
        return NodeFactory.createURI((random.nextBoolean() ? namespace : "urn:x:") + name);
    }

    private static Node object(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> iri(random, "https://data.jena.de/def/municipal#");
            case 1 -> NodeFactory.createLiteralLang("Bäume \"am\" Weg\n\\ und\tmehr <x> .", "de");
            case 2 ->
                NodeFactory.createLiteralDT(
                        Integer.toString(random.nextInt()), org.apache.jena.datatypes.xsd.XSDDatatype.XSDinteger);
            default -> NodeFactory.createLiteralString("\" ^^<" + random.nextInt(9) + "> @de .");
        };
    }

    @Test
    void thingsWithAGeometryBecomeFeatures() throws IOException {
        Path quads = City.quads(
                        work,
                        List.of(
                                line("urn:t:1", GEO + "hasDefaultGeometry", "<urn:t:1#geometry>"),
                                line("urn:t:1", "urn:p:height", "\"12\"^^<http://www.w3.org/2001/XMLSchema#integer>"),
                                line("urn:t:1", "urn:p:name", "\"Ahorn\"@de"),
                                line("urn:t:1#geometry", GEO + "asWKT", "\"POINT(11.5357136 50.9056235)\"^^" + WKT),
                                line("urn:t:2", "urn:p:name", "\"ohne Ort\"@de")))
                .file();
        Path target = work.resolve("release.geojson.gz");
        assertThat(GeoJsonDump.write(quads, ReleaseProfile.of(quads), target)).isPresent();
        JsonNode features;
        try (var bytes = new GZIPInputStream(Files.newInputStream(target))) {
            features = new ObjectMapper().readTree(bytes).path("features");
        }
        assertThat(features).hasSize(1);
        assertThat(features.get(0).path("id").asText()).isEqualTo("urn:t:1");
        assertThat(features.get(0).path("geometry").toString())
                .isEqualTo("{\"type\":\"Point\",\"coordinates\":[11.5357136,50.9056235]}");
        assertThat(features.get(0).path("properties").path("urn:p:height").asInt())
                .isEqualTo(12);
        assertThat(features.get(0).path("properties").toString()).contains("12").contains("\"Ahorn\"");
    }

    private static String line(String subject, String property, String object) {
        return "<" + subject + "> <" + property + "> " + object + " .";
    }
}
