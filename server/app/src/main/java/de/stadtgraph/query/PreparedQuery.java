package de.stadtgraph.query;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;

/// A query that may run: parsed, inspected, with its budget. Immutable by contract: nobody changes the parts.
public final class PreparedQuery {
    private final QueryRequest request;
    private final Query query;
    private final Op op;
    private final QueryBudget budget;
    private final QueryInspection.Traits traits;
    private final String algebra;
    private final Identity identity;

    PreparedQuery(QueryRequest request, Map<String, Node> values, ParsedQuery parsed, QueryBudget budget) {
        this.request = request;
        this.query = parsed.query();
        this.op = parsed.sliced(request);
        this.budget = budget;
        this.traits = parsed.traits();
        this.algebra = parsed.algebra();
        this.identity = new Identity(
                request.text(),
                values,
                request.defaultGraphs(),
                request.namedGraphs(),
                request.offset(),
                request.limit());
    }

    /// What two requests for the same plan have in common.
    record Identity(
            String text,
            Map<String, Node> values,
            List<String> defaultGraphs,
            List<String> namedGraphs,
            OptionalLong offset,
            OptionalLong limit) {}

    Identity identity() {
        return identity;
    }

    /// The four query forms (SPARQL 1.1 Query Language, section 16).
    public enum Kind {
        SELECT,
        ASK,
        CONSTRUCT,
        DESCRIBE
    }

    public Kind kind() {
        if (query.isSelectType()) {
            return Kind.SELECT;
        }
        if (query.isAskType()) {
            return Kind.ASK;
        }
        return query.isDescribeType() ? Kind.DESCRIBE : Kind.CONSTRUCT;
    }

    /// Whether the same query on the same state has the same answer.
    public boolean deterministic() {
        return traits.deterministic();
    }

    /// Whether it asks other portals.
    public boolean federated() {
        return traits.federated();
    }

    /// The same text for requests that differ in layout only.
    public String algebra() {
        return algebra + " " + request.defaultGraphs() + request.namedGraphs() + request.offset() + request.limit();
    }

    /// The query as it came.
    public String text() {
        return request.text();
    }

    public QueryBudget budget() {
        return budget;
    }

    QueryRequest request() {
        return request;
    }

    Query query() {
        return query;
    }

    Op op() {
        return op;
    }
}
