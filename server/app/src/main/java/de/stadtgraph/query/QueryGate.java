package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.store.Generation;
import java.time.Duration;
import java.util.SortedSet;
import java.util.TreeSet;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.function.FunctionRegistry;

/// What stands between a stranger's query and the engine: scan, parse, inspect, admit, run under a meter.
///
/// Refusals before the run take milliseconds. A query ends at its limits whatever it does; its answer is complete or an
/// exception. Thread-safe; each query runs on a thread of its own.
public final class QueryGate {
    private final QueryLimits limits;
    private final String base;
    private final QueryRuns runs;
    private final ClosedFunctions functions = new ClosedFunctions(FunctionRegistry.get());

    /// Makes a gate.
    ///
    /// @param base what relative IRIs in queries resolve against
    public QueryGate(QueryLimits limits, String base) {
        this.limits = limits;
        this.base = base;
        this.runs = new QueryRuns(limits, functions);
    }

    public QueryLimits limits() {
        return limits;
    }

    public RunningQueries running() {
        return runs.running();
    }

    /// IRIs of the functions that a query may call.
    public SortedSet<String> functions() {
        return new TreeSet<>(functions.names());
    }

    /// Parses and inspects a query of a stranger.
    ///
    /// @throws ServerException for a query that may not run, with what is wrong and where
    public PreparedQuery prepare(QueryRequest request) {
        return prepare(request, limits.text());
    }

    /// Parses and inspects a query; an account may send a longer one.
    ///
    /// @throws ServerException for a query that may not run, with what is wrong and where
    public PreparedQuery prepare(QueryRequest request, QueryCaller caller) {
        return prepare(request, caller.signedIn() ? limits.text().signedIn() : limits.text());
    }

    private PreparedQuery prepare(QueryRequest request, QueryLimits.TextLimits text) {
        Duration time = request.timeout().orElse(limits.interactive().time());
        if (time.compareTo(limits.analysis().time()) > 0) {
            long cap = limits.analysis().time().toSeconds();
            throw new ServerException(
                            ErrorCode.LIMIT_ABOVE_CAP,
                            new Text(
                                    "timeout darf höchstens " + cap + " s sein.",
                                    "timeout may be at most " + cap + " s."))
                    .with("parameter", "timeout")
                    .with("cap", cap);
        }
        QueryScan.check(request.text(), text);
        return DeepStack.call("query-parser", () -> parsed(request, limits.budget(time)));
    }

    private PreparedQuery parsed(QueryRequest request, QueryBudget budget) {
        try {
            Query query = QueryFactory.create(request.text(), base, Syntax.syntaxSPARQL_11);
            Op op = Algebra.compile(query);
            boolean deterministic = new QueryInspection(limits.text(), functions).inspect(op);
            return new PreparedQuery(request, query, sliced(op, request), budget, deterministic);
        } catch (QueryParseException e) {
            throw SyntaxErrors.explain(request.text(), e);
        } catch (QueryException e) {
            throw new ServerException(ErrorCode.QUERY_SYNTAX, Text.same(String.valueOf(e.getMessage())), e);
        } catch (StackOverflowError e) {
            throw new ServerException(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    new Text("Die Anfrage ist zu tief verschachtelt.", "The query is nested too deeply."),
                    e);
        }
    }

    /// One row more than the limit shows whether rows are left over.
    private static Op sliced(Op op, QueryRequest request) {
        if (request.offset().isEmpty() && request.limit().isEmpty()) {
            return op;
        }
        long limit = request.limit().isEmpty() ? Query.NOLIMIT : request.limit().getAsLong() + 1;
        return new OpSlice(op, request.offset().orElse(Query.NOLIMIT), limit);
    }

    /// Runs a query on one generation; returns when the sink has the whole answer.
    ///
    /// @throws ServerException when it met a limit, was cancelled, or has to wait too long
    public Outcome run(PreparedQuery query, Ticket ticket, Generation generation, ResultSink sink) {
        return runs.run(query, ticket, generation, sink);
    }

    /// Runs a query of the server itself.
    ///
    /// @param id what its caller knows it by
    public Outcome run(PreparedQuery query, String id, Generation generation, ResultSink sink) {
        return run(query, Ticket.local(id), generation, sink);
    }
}
