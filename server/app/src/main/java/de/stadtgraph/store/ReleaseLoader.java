package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.rdf.RdfFiles;
import org.apache.jena.graph.Triple;
import org.apache.jena.mem2.GraphMem2Fast;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/// Reads the quads of a release into a graph. Stateless.
final class ReleaseLoader {
    private ReleaseLoader() {}

    static GraphMem2Fast load(ReleaseFile file) {
        var sink = new Sink(file);
        try {
            RdfFiles.stream(file.quads(), sink);
        } catch (ServerException e) {
            throw e.code() == ErrorCode.RELEASE_DAMAGED ? e : damaged(file, e);
        } catch (RuntimeException e) {
            throw damaged(file, e);
        }
        if (sink.count != file.count()) {
            throw MemoryIndex.damaged(file, sink.count);
        }
        return sink.graph;
    }

    private static ServerException damaged(ReleaseFile file, RuntimeException cause) {
        return new ServerException(
                ErrorCode.RELEASE_DAMAGED,
                file.quads() + ": it cannot be read to its end; restore it from the backup.",
                cause);
    }

    /// Counts what it is given, and takes what belongs to the dataset's graph.
    private static final class Sink extends StreamRDFBase {
        private final GraphMem2Fast graph = new GraphMem2Fast();
        private final ReleaseFile file;
        private long count;

        Sink(ReleaseFile file) {
            this.file = file;
        }

        @Override
        public void triple(Triple triple) {
            graph.add(triple);
            count++;
        }

        @Override
        public void quad(Quad quad) {
            if (!quad.isDefaultGraph() && !quad.getGraph().getURI().equals(file.graph())) {
                throw new ServerException(
                        ErrorCode.RELEASE_DAMAGED,
                        file.quads() + ": it has a quad of " + quad.getGraph() + "; restore it from the backup.");
            }
            triple(quad.asTriple());
        }
    }
}
