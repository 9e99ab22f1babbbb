package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.snapshot.geo.GeoFunction;
import de.stadtgraph.snapshot.geo.Wkt;
import java.util.List;
import java.util.Set;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.algebra.op.OpPath;
import org.apache.jena.sparql.algebra.op.OpQuadPattern;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Now;
import org.apache.jena.sparql.expr.E_OneOfBase;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction;
import org.apache.jena.sparql.expr.ExprFunctionOp;
import org.apache.jena.sparql.expr.ExprNone;
import org.apache.jena.sparql.expr.ExprTripleTerm;
import org.apache.jena.sparql.expr.ExprVar;
import org.apache.jena.sparql.expr.ExprVisitorFunction;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.expr.Unstable;
import org.apache.jena.sparql.expr.aggregate.AggCustom;

/// Looks at the algebra of a query before it runs: functions, SERVICE, number of patterns. Used once.
final class QueryInspection {
    private static final int MOST_SERVICES = 3;

    private final QueryLimits.TextLimits limits;
    private final ClosedFunctions functions;
    private long patterns;
    private final Set<String> services;
    private int serviceClauses;
    private boolean deterministic = true;

    /// What a query is like.
    ///
    /// @param deterministic whether the same query on the same data has the same answer
    /// @param federated whether it asks other portals
    record Traits(boolean deterministic, boolean federated) {}

    /// @param services IRIs that SERVICE may name
    QueryInspection(QueryLimits.TextLimits limits, ClosedFunctions functions, Set<String> services) {
        this.limits = limits;
        this.functions = functions;
        this.services = services;
    }

    /// Refuses what may not run.
    Traits inspect(Op op) {
        Walker.walk(op, new Operators(), new Functions());
        return new Traits(deterministic && serviceClauses == 0, serviceClauses > 0);
    }

    private void count(long more) {
        patterns += more;
        if (patterns > limits.patterns()) {
            throw QueryScan.tooComplex("patterns", limits.patterns(), patterns);
        }
    }

    private void rows(long rows) {
        if (rows > limits.listLength()) {
            throw QueryScan.tooComplex("list", limits.listLength(), rows);
        }
    }

    private void function(String iri) {
        if (!functions.isRegistered(iri)) {
            List<String> suggestions = functions.like(iri);
            throw new ServerException(
                            ErrorCode.FUNCTION_UNKNOWN,
                            new Text("Unbekannt: <" + iri + ">.", "Unknown: <" + iri + ">."))
                    .with("function", iri)
                    .with("suggestions", suggestions);
        }
    }

    private static void geometry(Expr argument) {
        if (argument.isConstant() && argument.getConstant().asNode().isLiteral()) {
            int points = Wkt.points(argument.getConstant().asNode().getLiteralLexicalForm());
            if (points > GeometryCall.MOST_POINTS) {
                throw QueryScan.tooComplex("points", GeometryCall.MOST_POINTS, points);
            }
        }
    }

    private ServerException serviceNotAllowed() {
        Text why = services.isEmpty()
                ? new Text("SERVICE ist hier nicht erlaubt.", "SERVICE is not allowed here.")
                : new Text(
                        "SERVICE erreicht nur die Endpunkte unter allowed.",
                        "SERVICE reaches the endpoints under allowed only.");
        return new ServerException(ErrorCode.SERVICE_NOT_ALLOWED, why).with("allowed", List.copyOf(services));
    }

    private final class Operators extends OpVisitorBase {
        @Override
        public void visit(OpBGP op) {
            count(op.getPattern().size());
        }

        @Override
        public void visit(OpQuadPattern op) {
            count(op.getBasicPattern().size());
        }

        @Override
        public void visit(OpPath op) {
            count(PathSize.of(op.getTriplePath().getPath()));
        }

        @Override
        public void visit(OpTable op) {
            rows(op.getTable().size());
        }

        @Override
        public void visit(OpService op) {
            if (!op.getService().isURI() || !services.contains(op.getService().getURI())) {
                throw serviceNotAllowed();
            }
            serviceClauses++;
            if (serviceClauses > MOST_SERVICES) {
                throw QueryScan.tooComplex("services", MOST_SERVICES, serviceClauses);
            }
        }

        @Override
        public void visit(OpGroup op) {
            for (ExprAggregator aggregator : op.getAggregators()) {
                if (aggregator.getAggregator() instanceof AggCustom custom) {
                    function(custom.getIRI());
                }
            }
        }
    }

    private final class Functions extends ExprVisitorFunction {
        @Override
        protected void visitExprFunction(ExprFunction expression) {
            switch (expression) {
                case E_Function call -> {
                    function(call.getFunctionIRI());
                    if (GeoFunction.of(call.getFunctionIRI()).isPresent()) {
                        call.getArgs().forEach(QueryInspection::geometry);
                    }
                }
                case E_OneOfBase list -> rows(list.getRHS().size());
                default -> deterministic &= !(expression instanceof Unstable) && !(expression instanceof E_Now);
            }
        }

        @Override
        public void visit(ExprFunctionOp expression) {}

        @Override
        public void visit(NodeValue value) {}

        @Override
        public void visit(ExprVar variable) {}

        @Override
        public void visit(ExprTripleTerm term) {}

        @Override
        public void visit(ExprAggregator aggregator) {}

        @Override
        public void visit(ExprNone none) {}
    }
}
