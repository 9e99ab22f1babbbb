package de.stadtgraph.query;

import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;

/// A query that may run: parsed, inspected, with its budget. Immutable by contract: nobody changes the parts.
public final class PreparedQuery {
    private final QueryRequest request;
    private final Query query;
    private final Op op;
    private final QueryBudget budget;
    private final boolean deterministic;

    PreparedQuery(QueryRequest request, Query query, Op op, QueryBudget budget, boolean deterministic) {
        this.request = request;
        this.query = query;
        this.op = op;
        this.budget = budget;
        this.deterministic = deterministic;
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
        return deterministic;
    }

    /// The same text for queries that differ in layout only.
    public String algebra() {
        return op + " " + query.getProjectVars() + " " + query.getConstructTemplate() + " " + request.defaultGraphs()
                + request.namedGraphs() + query.getGraphURIs() + query.getNamedGraphURIs() + request.offset()
                + request.limit();
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
