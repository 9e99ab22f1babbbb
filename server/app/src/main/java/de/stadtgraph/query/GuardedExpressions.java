package de.stadtgraph.query;

import de.stadtgraph.snapshot.geo.GeoFunction;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.Transformer;
import org.apache.jena.sparql.algebra.op.OpGroup;
import org.apache.jena.sparql.expr.E_Add;
import org.apache.jena.sparql.expr.E_DateTimeDay;
import org.apache.jena.sparql.expr.E_DateTimeHours;
import org.apache.jena.sparql.expr.E_DateTimeMinutes;
import org.apache.jena.sparql.expr.E_DateTimeMonth;
import org.apache.jena.sparql.expr.E_DateTimeSeconds;
import org.apache.jena.sparql.expr.E_DateTimeTZ;
import org.apache.jena.sparql.expr.E_DateTimeTimezone;
import org.apache.jena.sparql.expr.E_DateTimeYear;
import org.apache.jena.sparql.expr.E_Divide;
import org.apache.jena.sparql.expr.E_Function;
import org.apache.jena.sparql.expr.E_Multiply;
import org.apache.jena.sparql.expr.E_Regex;
import org.apache.jena.sparql.expr.E_StrConcat;
import org.apache.jena.sparql.expr.E_StrEncodeForURI;
import org.apache.jena.sparql.expr.E_StrLowerCase;
import org.apache.jena.sparql.expr.E_StrReplace;
import org.apache.jena.sparql.expr.E_StrUpperCase;
import org.apache.jena.sparql.expr.E_Subtract;
import org.apache.jena.sparql.expr.Expr;
import org.apache.jena.sparql.expr.ExprAggregator;
import org.apache.jena.sparql.expr.ExprFunction1;
import org.apache.jena.sparql.expr.ExprFunction2;
import org.apache.jena.sparql.expr.ExprFunctionN;
import org.apache.jena.sparql.expr.ExprList;
import org.apache.jena.sparql.expr.ExprTransformCopy;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcat;
import org.apache.jena.sparql.expr.aggregate.AggGroupConcatDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/// Rewrites the expressions of a query so that those which can grow or run away charge the meter
/// (`design: query gate, rewrite`). Belongs to one plan.
final class GuardedExpressions {
    private final ValueGuard guard;

    private GuardedExpressions(ValueGuard guard) {
        this.guard = guard;
    }

    static Op rewrite(Op op, PlanMeter meter) {
        var rewriting = new GuardedExpressions(new ValueGuard(meter));
        return Transformer.transformSkipService(rewriting.new Groups(), rewriting.new Calls(), op);
    }

    private final class Calls extends ExprTransformCopy {
        @Override
        public Expr transform(ExprFunction1 function, Expr one) {
            return switch (function) {
                case E_StrEncodeForURI _, E_StrLowerCase _, E_StrUpperCase _ ->
                    new GuardedCall(function, new ExprList(one), guard);
                case E_DateTimeYear _,
                        E_DateTimeMonth _,
                        E_DateTimeDay _,
                        E_DateTimeHours _,
                        E_DateTimeMinutes _,
                        E_DateTimeSeconds _,
                        E_DateTimeTimezone _,
                        E_DateTimeTZ _ -> new GuardedCall(function, new ExprList(one), guard);
                default -> super.transform(function, one);
            };
        }

        @Override
        public Expr transform(ExprFunction2 function, Expr one, Expr two) {
            return switch (function) {
                case E_Add _, E_Subtract _, E_Multiply _, E_Divide _ ->
                    new GuardedCall(function, ExprList.create(List.of(one, two)), guard);
                default -> super.transform(function, one, two);
            };
        }

        @Override
        public Expr transform(ExprFunctionN function, ExprList arguments) {
            return switch (function) {
                case E_StrConcat _, E_StrReplace _, E_Regex _ -> new GuardedCall(function, arguments, guard);
                case E_Function call -> called(call, arguments);
                default -> super.transform(function, arguments);
            };
        }

        private Expr called(E_Function call, ExprList arguments) {
            var geometry = GeoFunction.of(call.getFunctionIRI());
            if (geometry.isPresent()) {
                return new GeometryCall(call, geometry.get(), arguments, guard);
            }
            boolean power = call.getFunctionIRI().endsWith("#pow");
            boolean cast = call.getFunctionIRI().startsWith("http://www.w3.org/2001/XMLSchema#")
                    && !call.getFunctionIRI().endsWith("#string");
            List<Expr> checked = new ArrayList<>();
            for (Expr argument : arguments.getList()) {
                checked.add(new CheckedValue(argument, guard, use(power && !checked.isEmpty(), cast), 0));
            }
            return new CheckedValue(call.copy(ExprList.create(checked)), guard, CheckedValue.Use.VALUE, 0);
        }

        private static CheckedValue.Use use(boolean exponent, boolean cast) {
            if (exponent) {
                return CheckedValue.Use.EXPONENT;
            }
            return cast ? CheckedValue.Use.NUMBER : CheckedValue.Use.VALUE;
        }
    }

    private final class Groups extends TransformCopy {
        @Override
        public Op transform(OpGroup group, Op inner) {
            List<ExprAggregator> aggregators = new ArrayList<>();
            for (ExprAggregator each : group.getAggregators()) {
                aggregators.add(new ExprAggregator(each.getVar(), kept(each.getAggregator())));
            }
            return OpGroup.create(inner, group.getGroupVars(), aggregators);
        }

        private Aggregator kept(Aggregator aggregator) {
            long separator = switch (aggregator) {
                case AggGroupConcat joined -> length(joined.getSeparator());
                case AggGroupConcatDistinct joined -> 1;
                default -> -1;
            };
            if (separator < 0) {
                return aggregator;
            }
            Expr part = aggregator.getExprList().get(0);
            return aggregator.copy(new ExprList(new CheckedValue(part, guard, CheckedValue.Use.KEPT, separator)));
        }

        private static long length(@org.jspecify.annotations.Nullable String separator) {
            return separator == null ? 1 : separator.length();
        }
    }
}
