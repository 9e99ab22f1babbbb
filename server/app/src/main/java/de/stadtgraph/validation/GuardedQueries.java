package de.stadtgraph.validation;

import java.util.concurrent.TimeUnit;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryExecution;
import org.apache.jena.query.QuerySolution;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.syntax.syntaxtransform.ElementTransformCopyBase;
import org.apache.jena.sparql.syntax.syntaxtransform.QueryTransformOps;
import org.topbraid.jenax.util.ARQFactory;

/// How TopBraid gets its queries run: within the time of the run, also where a query reads nothing or an expression
/// tries without end, and never with `SERVICE`.
final class GuardedQueries extends ARQFactory {
    private static final String FOCUS = "this";
    private static final GuardedRegexes REGEXES = new GuardedRegexes();

    /// Puts this in the place of TopBraid's own, for the whole process.
    static void install() {
        ARQFactory.set(new GuardedQueries());
    }

    @Override
    public QueryExecution createQueryExecution(Query query, Dataset dataset, QuerySolution bindings) {
        Query guarded = QueryTransformOps.transform(query, new ElementTransformCopyBase(), REGEXES);
        return CandidateIndex.current()
                .filter(index -> index.concerns(bindings.get(FOCUS)))
                .map(index -> onIndex(guarded, index.dataset(), bindings))
                .orElseGet(() -> inMemory(guarded, dataset, bindings));
    }

    private QueryExecution onIndex(Query query, Dataset dataset, QuerySolution bindings) {
        Deadline.current().ifPresent(deadline -> CubeQueries.useIn(dataset.getContext(), deadline));
        QueryExecution execution = super.createQueryExecution(query, dataset, bindings);
        execution.getContext().set(ARQ.httpServiceAllowed, false);
        return execution;
    }

    private QueryExecution inMemory(Query query, Dataset dataset, QuerySolution bindings) {
        Deadline.current().ifPresent(deadline -> dataset.getContext().set(ARQ.queryTimeout, timeout(deadline)));
        QueryExecution execution = super.createQueryExecution(query, dataset, bindings);
        execution.getContext().set(ARQ.httpServiceAllowed, false);
        Deadline.current()
                .ifPresent(deadline ->
                        QC.setFactory(execution.getContext(), context -> new GuardedExecutor(context, deadline)));
        return execution;
    }

    /// Milliseconds that a query may take now.
    private static String timeout(Deadline deadline) {
        return Long.toString(Math.max(1, TimeUnit.NANOSECONDS.toMillis(deadline.left())));
    }

    /// Puts guarded expressions in the place of the engine's.
    private static final class GuardedRegexes extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return switch (function) {
                case E_Regex _ -> GuardedRegex.regex(arguments);
                case E_StrReplace _ -> GuardedRegex.replace(arguments);
                default -> super.transform(function, arguments);
            };
        }
    }
}
