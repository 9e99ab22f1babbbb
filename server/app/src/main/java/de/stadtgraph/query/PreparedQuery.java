package de.stadtgraph.query;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;

/// A query that passed the gate's checks and may run, more than once and on any state. Made by [QueryGate#prepare].
public final class PreparedQuery {
    /// The four forms (SPARQL 1.1, section 16).
    public enum Kind {
        SELECT,
        ASK,
        CONSTRUCT,
        DESCRIBE
    }

    private final QueryRequest request;
    private final Query query;
    private final Op algebra;
    private final boolean deterministic;

    PreparedQuery(QueryRequest request, Query query, Op algebra, boolean deterministic) {
        this.request = request;
        this.query = query;
        this.algebra = algebra;
        this.deterministic = deterministic;
    }

    public Kind kind() {
        return switch (query.queryType()) {
            case SELECT -> Kind.SELECT;
            case ASK -> Kind.ASK;
            case CONSTRUCT -> Kind.CONSTRUCT;
            case DESCRIBE -> Kind.DESCRIBE;
            default -> throw new IllegalStateException("not SPARQL 1.1: " + query.queryType());
        };
    }

    /// Whether the same state always gives the same answer, so that it may have an entity tag.
    public boolean isDeterministic() {
        return deterministic;
    }

    public QueryRequest request() {
        return request;
    }

    /// Variables of a SELECT, in order.
    public List<String> variables() {
        return query.getResultVars();
    }

    /// 16 hexadecimal digits over what decides the answer: algebra, form, template, slice, graphs.
    public String hash() {
        String key = kind() + "\n" + algebra + "\n"
                + (query.isConstructType() ? query.getConstructTemplate().getTriples() : query.getResultVars()) + "\n"
                + describedTerms() + "\n" + request.slice() + "\n" + query.getGraphURIs() + query.getNamedGraphURIs()
                + request.defaultGraphs() + request.namedGraphs();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    List<Node> describedTerms() {
        return query.isDescribeType() ? query.getResultURIs() : List.of();
    }

    Query query() {
        return query;
    }

    Op algebra() {
        return algebra;
    }
}
