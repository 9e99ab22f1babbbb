package de.stadtgraph.query;

import de.stadtgraph.federation.Federation;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.snapshot.arq.Spatial;
import de.stadtgraph.store.Generation;
import java.time.Duration;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.Future;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.Substitute;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.function.FunctionRegistry;

/// What stands between a stranger's query and the engine: scan, parse, inspect, admit, run under a meter.
///
/// Refusals before the run take milliseconds. A query ends at its limits whatever it does; its answer is complete or an
/// exception. Thread-safe; each query runs on a thread of its own.
public final class QueryGate {
    /// A text of so many characters cannot be nested so deeply that its parser needs more than the usual stack.
    private static final int SHORT_TEXT = 2_000;

    private final QueryLimits limits;
    private final String base;
    private final QueryRuns runs;
    private final Federation federation;
    private final ParsedQuery.Lately lately = new ParsedQuery.Lately();
    private final ClosedFunctions functions = new ClosedFunctions(FunctionRegistry.get());

    /// Makes a gate.
    ///
    /// @param base what relative IRIs in queries resolve against
    public QueryGate(QueryLimits limits, String base) {
        this(limits, base, TextSearch.NONE, Federation.none());
    }

    /// Makes a gate whose queries may search the full text and ask other portals.
    ///
    /// @param base what relative IRIs in queries resolve against
    /// @param federation the portals; closed by who made it
    public QueryGate(QueryLimits limits, String base, TextSearch text, Federation federation) {
        this.limits = limits;
        this.base = base;
        this.federation = federation;
        this.runs = new QueryRuns(limits, new QueryPlan.Abilities(functions, text, federation));
    }

    public QueryLimits limits() {
        return limits;
    }

    public RunningQueries running() {
        return runs.running();
    }

    /// IRIs of the portals that SERVICE may name; none when there is no federation.
    public SortedSet<String> services() {
        return federation.allowed();
    }

    /// IRIs of the functions that a query may call.
    public SortedSet<String> functions() {
        return new TreeSet<>(functions.names());
    }

    /// IRIs of the properties that search instead of being matched: full text and places.
    public SortedSet<String> properties() {
        var properties = new TreeSet<>(Spatial.properties());
        properties.add(TextTables.QUERY.getURI());
        return properties;
    }

    /// The gate of work on drafts: the same lists, budgets and turns.
    public DraftGate drafts() {
        return new DraftGate(limits, base, functions, runs);
    }

    /// Parses and inspects a query of a stranger.
    ///
    /// @throws ServerException for a query that may not run, with what is wrong and where
    public PreparedQuery prepare(QueryRequest request) {
        return prepare(request, Map.of(), limits.text());
    }

    /// Parses and inspects a query; an account may send a longer one.
    ///
    /// @throws ServerException for a query that may not run, with what is wrong and where
    public PreparedQuery prepare(QueryRequest request, QueryCaller caller) {
        return prepare(request, Map.of(), caller.signedIn() ? limits.text().signedIn() : limits.text());
    }

    /// Parses and inspects a query whose parameters have values; a value is put into the algebra as a node, so nothing
    /// in it can become syntax.
    ///
    /// @param values value by name of the variable
    public PreparedQuery prepare(QueryRequest request, Map<String, Node> values) {
        return prepare(request, values, limits.text());
    }

    private PreparedQuery prepare(QueryRequest request, Map<String, Node> values, QueryLimits.TextLimits text) {
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
        ParsedQuery parsed = lately.of(request.text(), Map.copyOf(values), () -> {
            boolean isLong = request.text().length() > SHORT_TEXT;
            return DeepStack.call("query-parser", isLong, () -> parsed(request.text(), values));
        });
        return new PreparedQuery(request, Map.copyOf(values), parsed, limits.budget(time));
    }

    /// Begins work that will run queries, on a thread made for them; one thread for each.
    public Future<?> begin(Runnable work) {
        return DeepStack.begin(work);
    }

    private ParsedQuery parsed(String text, Map<String, Node> values) {
        try {
            Query query = QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
            Op op = bound(Algebra.compile(query), values);
            return ParsedQuery.of(
                    query, op, new QueryInspection(limits.text(), functions, federation.allowed()).inspect(op));
        } catch (QueryParseException e) {
            throw SyntaxErrors.explain(text, e);
        } catch (QueryException e) {
            throw new ServerException(ErrorCode.QUERY_SYNTAX, Text.same(String.valueOf(e.getMessage())), e);
        } catch (StackOverflowError e) {
            throw new ServerException(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    new Text("Die Anfrage ist zu tief verschachtelt.", "The query is nested too deeply."),
                    e);
        }
    }

    private static Op bound(Op op, Map<String, Node> values) {
        if (values.isEmpty()) {
            return op;
        }
        BindingBuilder binding = Binding.builder();
        values.forEach((name, value) -> binding.add(Var.alloc(name), value));
        return Substitute.substitute(op, binding.build());
    }

    /// Runs a query on one generation; returns when the sink has the whole answer.
    ///
    /// @throws ServerException when it met a limit, was cancelled, or has to wait too long
    public Outcome run(PreparedQuery query, Ticket ticket, Generation generation, ResultSink sink) {
        return runs.run(query, ticket, !isQuick(query, generation), new QueryRuns.Reading(generation, sink));
    }

    /// Whether the query ran lately on this state and took so little that it need not have a thread of its own.
    public boolean isQuick(PreparedQuery query, Generation generation) {
        return query.text().length() <= SHORT_TEXT && runs.isQuick(query, generation);
    }

    /// Runs a query of the server itself.
    ///
    /// @param id what its caller knows it by
    public Outcome run(PreparedQuery query, String id, Generation generation, ResultSink sink) {
        return run(query, Ticket.local(id), generation, sink);
    }
}
