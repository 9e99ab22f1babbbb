package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// What an index must answer before it is served: the counts of the releases, and statements read from them. Stateless.
final class SelfTest {
    private static final int LOOK_UPS = 50;

    private SelfTest() {}

    static void run(StateIndex index, StateFiles files) {
        long quads = files.releases().stream().mapToLong(ReleaseFile::count).sum();
        if (index.quads() != quads) {
            throw wrong(files, "it has " + index.quads() + " quads instead of " + quads);
        }
        int each = Math.max(3, LOOK_UPS / Math.max(1, files.releases().size()));
        for (ReleaseFile file : files.releases()) {
            lookUp(index.data(), file, files, each);
        }
    }

    private static void lookUp(DatasetGraph data, ReleaseFile file, StateFiles files, int count) {
        Node graph = NodeFactory.createURI(file.graph());
        try (var lines = new BufferedReader(new InputStreamReader(ReleaseStream.open(file), StandardCharsets.UTF_8))) {
            for (int i = 0; i < count; i++) {
                String line = lines.readLine();
                if (line == null) {
                    return;
                }
                RDFParser.fromString(line, Lang.NQUADS).parse(new StreamRDFBase() {
                    @Override
                    public void triple(Triple triple) {
                        require(data, Quad.create(graph, triple), files);
                    }

                    @Override
                    public void quad(Quad quad) {
                        require(data, Quad.create(graph, quad.asTriple()), files);
                    }
                });
            }
        } catch (IOException e) {
            throw ReleaseStream.unreadable(file, e);
        }
    }

    /// Labels of blank nodes are the parser's own; such statements are not looked up.
    private static void require(DatasetGraph data, Quad quad, StateFiles files) {
        if (quad.getSubject().isBlank() || quad.getObject().isBlank()) {
            return;
        }
        if (!data.contains(quad) || !data.getDefaultGraph().contains(quad.asTriple())) {
            throw wrong(files, "it lacks " + quad);
        }
    }

    private static ServerException wrong(StateFiles files, String detail) {
        return new ServerException(
                ErrorCode.INTERNAL, "The index of state " + files.state() + " failed its test: " + detail + ".");
    }
}
