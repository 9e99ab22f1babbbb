package de.stadtgraph.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.vocabulary.Rdf;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TermCountsTest {
    private static final Node TREE = NodeFactory.createURI("urn:Tree");
    private static final Node HEIGHT = NodeFactory.createURI("urn:height");

    @TempDir
    private Path work;

    /// One tree stands in both graphs; a class that is a text is none.
    @Test
    void theIndexCountedWhatReadingTheDataCounts() throws IOException {
        String tree = "<urn:t:%d> <" + Rdf.TYPE.getURI() + "> <urn:Tree> .\n<urn:t:%<d> <urn:height> \"%<d\" .\n";
        var trees = new StringBuilder("<urn:t:0> <" + Rdf.TYPE.getURI() + "> \"no class\" .\n");
        for (int number = 0; number < 40; number++) {
            trees.append(tree.formatted(number));
        }
        trees.append("<urn:t:41> <" + Rdf.TYPE.getURI() + "> <urn:Tree> .\n");
        StateFiles files = new StateFiles(
                1,
                Instant.EPOCH,
                List.of(release("trees", trees.toString(), 82), release("parks", tree.formatted(3), 2)));
        var oracle =
                TermCounts.byGraph(MemoryIndex.build(files, Optional.empty()).data());
        try (var generations = new Generations(work.resolve("generations"))) {
            generations.show(files);
            try (Generation served = generations.acquire()) {
                assertThat(TermCounts.byGraph(served.data())).isEqualTo(oracle).hasSize(2);
                assertThat(oracle.get(NodeFactory.createURI("urn:g:trees")))
                        .isEqualTo(new TermCounts(82, Map.of(TREE, 41L), Map.of(Rdf.TYPE, 42L, HEIGHT, 40L)));
                assertThat(TermCounts.propertiesOf(TREE, served.data())).isEqualTo(Map.of(Rdf.TYPE, 41L, HEIGHT, 40L));
                assertThat(TermCounts.propertiesOf(HEIGHT, served.data())).isEmpty();
            }
        }
    }

    private ReleaseFile release(String dataset, String lines, int count) throws IOException {
        Path file = work.resolve(dataset + ".nq.gz");
        try (var out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(lines);
        }
        return new ReleaseFile(dataset, 1, "urn:g:" + dataset, file, count);
    }
}
