package de.stadtgraph.rdf;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.sparql.core.Quad;

/// Gives blank nodes IRIs (RDF 1.1 Concepts, section 3.5): `{base}{hash of file name and order of appearance}`.
///
/// The same file gives the same IRIs. Holds one entry a blank node. One file, one thread.
public final class Skolem extends StreamRDFWrapper {
    private static final int DIGITS = 26;

    private final String base;
    private final Path file;
    private final Map<Node, Node> known = new HashMap<>();

    /// Passes statements of one file on to a sink.
    public Skolem(StreamRDF sink, String base, Path file) {
        super(sink);
        this.base = base;
        this.file = file;
    }

    @Override
    public void start() {
        // Several files go to one sink; its owner starts and finishes it.
    }

    @Override
    public void finish() {
        // See start().
    }

    @Override
    public void triple(Triple triple) {
        super.triple(Triple.create(named(triple.getSubject()), triple.getPredicate(), named(triple.getObject())));
    }

    @Override
    public void quad(Quad quad) {
        if (!quad.isDefaultGraph()) {
            throw new ServerException(
                    ErrorCode.RDF_SYNTAX,
                    file + ": holds the named graph " + quad.getGraph()
                            + "; a dataset is one graph: load each graph as a dataset of its own.");
        }
        triple(quad.asTriple());
    }

    private Node named(Node node) {
        return node.isBlank() ? known.computeIfAbsent(node, _ -> next()) : node;
    }

    private Node next() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            String text = file.getFileName() + "\t" + known.size();
            String hex = HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            return NodeFactory.createURI(base + hex.substring(0, DIGITS));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
