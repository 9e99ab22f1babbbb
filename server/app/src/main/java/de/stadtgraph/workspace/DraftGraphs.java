package de.stadtgraph.workspace;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.atlas.iterator.Iter;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.GraphMemFactory;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.core.Quad;

/// The default graph and the named graphs of a draft in memory; a named graph is there as long as it has a statement.
/// Holds all of them. For one writer or several readers at a time.
final class DraftGraphs {
    private final Graph defaultGraph = GraphMemFactory.createDefaultGraphSameTerm();
    private final Map<Node, Graph> named = new LinkedHashMap<>();
    private long quads;
    private long bytes;

    /// @return whether it was not there
    boolean add(Quad quad) {
        Graph graph = quad.isDefaultGraph()
                ? defaultGraph
                : named.computeIfAbsent(quad.getGraph(), _ -> GraphMemFactory.createDefaultGraphSameTerm());
        Triple triple = quad.asTriple();
        if (graph.contains(triple)) {
            return false;
        }
        graph.add(triple);
        quads++;
        bytes += bytes(quad);
        return true;
    }

    /// @return whether it was there
    boolean delete(Quad quad) {
        Graph graph = quad.isDefaultGraph() ? defaultGraph : named.get(quad.getGraph());
        Triple triple = quad.asTriple();
        if (graph == null || !graph.contains(triple)) {
            return false;
        }
        graph.delete(triple);
        if (!quad.isDefaultGraph() && graph.isEmpty()) {
            named.remove(quad.getGraph());
        }
        quads--;
        bytes -= bytes(quad);
        return true;
    }

    Iterator<Quad> findInDefault(Node subject, Node predicate, Node object) {
        return quads(Quad.defaultGraphIRI, defaultGraph, Triple.createMatch(subject, predicate, object));
    }

    Iterator<Quad> findInNamed(Node name, Node subject, Node predicate, Node object) {
        Graph graph = named.get(name);
        return graph == null ? Iter.empty() : quads(name, graph, Triple.createMatch(subject, predicate, object));
    }

    Iterator<Quad> findInAllNamed(Node subject, Node predicate, Node object) {
        Triple pattern = Triple.createMatch(subject, predicate, object);
        return Iter.flatMap(
                List.copyOf(named.entrySet()).iterator(), entry -> quads(entry.getKey(), entry.getValue(), pattern));
    }

    private static Iterator<Quad> quads(Node name, Graph graph, Triple pattern) {
        return Iter.map(graph.find(pattern), triple -> Quad.create(name, triple));
    }

    /// Names of the named graphs, in the order in which they came.
    List<Node> names() {
        return List.copyOf(named.keySet());
    }

    boolean hasGraph(Node name) {
        return named.containsKey(name);
    }

    long quads() {
        return quads;
    }

    /// Size of the text of all terms.
    long bytes() {
        return bytes;
    }

    static long bytes(Quad quad) {
        return bytes(quad.getGraph()) + bytes(quad.getSubject()) + bytes(quad.getPredicate()) + bytes(quad.getObject());
    }

    private static long bytes(Node node) {
        if (node.isURI()) {
            return node.getURI().length();
        }
        return node.isLiteral() ? node.getLiteralLexicalForm().length() : Long.BYTES;
    }
}
