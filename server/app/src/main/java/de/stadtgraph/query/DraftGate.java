package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.modify.request.UpdateDeleteWhere;
import org.apache.jena.sparql.modify.request.UpdateLoad;
import org.apache.jena.sparql.modify.request.UpdateModify;
import org.apache.jena.sparql.modify.request.UpdateWithUsing;
import org.apache.jena.update.Update;
import org.apache.jena.update.UpdateException;
import org.apache.jena.update.UpdateFactory;
import org.jspecify.annotations.Nullable;

/// What stands between an editor and the engine when a draft is changed: updates are scanned, parsed and inspected
/// before they run, and whatever works on a draft works under a budget. Thread-safe.
public final class DraftGate {
    /// An update holds data too, and each number below zero has an operator.
    private static final int OPERATORS = 20_000;

    private final QueryLimits limits;
    private final String base;
    private final ClosedFunctions functions;
    private final QueryRuns runs;

    DraftGate(QueryLimits limits, String base, ClosedFunctions functions, QueryRuns runs) {
        this.limits = limits;
        this.base = base;
        this.functions = functions;
        this.runs = runs;
    }

    /// Refuses an update that may not run (SPARQL 1.1 Update): LOAD, SERVICE, a function that is not on the list, a
    /// text that is no update or too complex.
    ///
    /// @param isOnGraphs whether the request names its graphs: then no operation may (SPARQL 1.1 Protocol, 2.2.3)
    public void check(String update, boolean isOnGraphs) {
        QueryScan.check(update, textLimits());
        DeepStack.call("update-parser", () -> {
            List<Update> operations = parse(update);
            if (isOnGraphs && operations.stream().anyMatch(DraftGate::namesGraphs)) {
                throw new ServerException(
                        ErrorCode.BAD_REQUEST,
                        new Text(
                                "using-graph-uri verträgt sich nicht mit USING und WITH.",
                                "using-graph-uri does not go with USING and WITH."));
            }
            return true;
        });
    }

    /// Refuses a query that a draft cannot answer.
    public void check(PreparedQuery query) {
        IndexedProperties.refuse(query.op());
    }

    private static boolean namesGraphs(Update operation) {
        return operation instanceof UpdateWithUsing using
                && (using.getWithIRI() != null
                        || !using.getUsing().isEmpty()
                        || !using.getUsingNamed().isEmpty());
    }

    private QueryLimits.TextLimits textLimits() {
        QueryLimits.TextLimits text = limits.text().signedIn();
        return new QueryLimits.TextLimits(
                text.bytes(),
                text.bytesSignedIn(),
                text.nesting(),
                OPERATORS,
                text.listLength(),
                text.digits(),
                text.exponent(),
                text.patterns());
    }

    private List<Update> parse(String update) {
        try {
            List<Update> operations =
                    UpdateFactory.create(update, base, Syntax.syntaxSPARQL_11).getOperations();
            operations.forEach(this::inspect);
            return operations;
        } catch (QueryParseException e) {
            throw SyntaxErrors.located(e);
        } catch (QueryException | UpdateException e) {
            throw new ServerException(ErrorCode.QUERY_SYNTAX, Text.same(String.valueOf(e.getMessage())), e);
        } catch (StackOverflowError e) {
            throw new ServerException(
                    ErrorCode.QUERY_TOO_COMPLEX,
                    new Text("Die Änderung ist zu tief verschachtelt.", "The update is nested too deeply."),
                    e);
        }
    }

    private void inspect(Update update) {
        switch (update) {
            case UpdateLoad _ ->
                throw new ServerException(
                        ErrorCode.FORBIDDEN,
                        new Text("LOAD ist nicht erlaubt: hier wird nichts geholt.", "LOAD: nothing is fetched here."));
            case UpdateModify modify -> {
                Op where = Algebra.compile(modify.getWherePattern());
                new QueryInspection(limits.text(), functions, Set.of()).inspect(where);
                IndexedProperties.refuse(where);
            }
            case UpdateDeleteWhere delete -> {
                int patterns = delete.getQuads().size();
                if (patterns > limits.text().patterns()) {
                    throw QueryScan.tooComplex("patterns", limits.text().patterns(), patterns);
                }
            }
            default -> {} // data, and operations on whole graphs
        }
    }

    /// What is done with a draft.
    public interface Work {
        void on(DatasetGraph data) throws IOException;
    }

    /// Works on the data of a draft under the usual budget; what the engine does in it is metered, and a failure that
    /// the work keeps to itself is thrown all the same.
    ///
    /// @throws ServerException when the work met a limit, was cancelled, or has to wait too long
    public void run(Ticket ticket, DatasetGraph data, Work work) {
        runs.run(limits.interactive(), ticket, meter -> {
            var store = new MeteredStore(data, meter, MeteredPatterns.context(limits, functions, meter));
            try {
                work.on(store);
            } catch (RuntimeException e) {
                throw Objects.requireNonNull(cause(e, store, meter));
            } finally {
                store.end();
            }
            RuntimeException cause = cause(null, store, meter);
            if (cause != null) {
                throw cause;
            }
        });
    }

    /// The first cause of a failure, whatever an engine made of it.
    private static @Nullable RuntimeException cause(
            @Nullable RuntimeException told, MeteredStore store, QueryMeter meter) {
        QueryStopped stopped = store.isCommitted() ? null : meter.ended();
        if (stopped != null) {
            return stopped;
        }
        return store.failure() == null ? told : store.failure();
    }
}
