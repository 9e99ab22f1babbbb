package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Aggregate;
import de.stadtgraph.snapshot.exec.CountAggregate;
import de.stadtgraph.snapshot.exec.DistinctAggregate;
import de.stadtgraph.snapshot.exec.Extreme;
import de.stadtgraph.snapshot.exec.Sample;
import de.stadtgraph.snapshot.exec.SumAggregate;
import de.stadtgraph.snapshot.plan.Aggregation;
import de.stadtgraph.snapshot.plan.Variables;
import de.stadtgraph.snapshot.term.TermId;
import org.apache.jena.sparql.expr.aggregate.AggAvg;
import org.apache.jena.sparql.expr.aggregate.AggAvgDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCount;
import org.apache.jena.sparql.expr.aggregate.AggCountDistinct;
import org.apache.jena.sparql.expr.aggregate.AggCountVar;
import org.apache.jena.sparql.expr.aggregate.AggCountVarDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMax;
import org.apache.jena.sparql.expr.aggregate.AggMaxDistinct;
import org.apache.jena.sparql.expr.aggregate.AggMin;
import org.apache.jena.sparql.expr.aggregate.AggMinDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSample;
import org.apache.jena.sparql.expr.aggregate.AggSampleDistinct;
import org.apache.jena.sparql.expr.aggregate.AggSum;
import org.apache.jena.sparql.expr.aggregate.AggSumDistinct;
import org.apache.jena.sparql.expr.aggregate.Aggregator;

/// Makes aggregates of ids for ARQ's aggregators. One query.
final class Aggregations {
    private static final int COUNTS = 1 << TermId.INTEGER;
    private static final int ANY = 0xFFFF;

    private final TermOrder order;
    private final TermNumbers numbers;

    Aggregations(QueryTerms terms) {
        this.order = new TermOrder(terms);
        this.numbers = new TermNumbers(terms);
    }

    /// An aggregation.
    ///
    /// @param variable gets the value
    /// @param reads the variables that make its argument: one, or all for `*`
    /// @throws NotVectorised for an aggregator that is left to ARQ
    Aggregation of(Aggregator aggregator, int variable, int[] reads) {
        return switch (aggregator) {
            case AggCount _ -> count(variable, new int[0], aggregator);
            case AggCountVar _, AggCountVarDistinct _, AggCountDistinct _ -> count(variable, reads, aggregator);
            case AggSum _, AggSumDistinct _, AggAvg _, AggAvgDistinct _ -> value(variable, reads, aggregator);
            case AggMin _, AggMinDistinct _, AggMax _, AggMaxDistinct _ -> value(variable, reads, aggregator);
            case AggSample _, AggSampleDistinct _ -> value(variable, reads, aggregator);
            default -> throw new NotVectorised("aggregate " + aggregator.getName());
        };
    }

    private Aggregation count(int variable, int[] reads, Aggregator aggregator) {
        return new Made(variable, reads, COUNTS, aggregator);
    }

    private Aggregation value(int variable, int[] reads, Aggregator aggregator) {
        return new Made(variable, reads, ANY, aggregator);
    }

    private Aggregate open(Aggregator aggregator, int[] places, Meter meter) {
        return switch (aggregator) {
            case AggCount _ -> new CountAggregate(CountAggregate.ROWS, TermId::integer, meter);
            case AggCountVar _ -> new CountAggregate(places[0], TermId::integer, meter);
            case AggCountVarDistinct _ ->
                distinct(new CountAggregate(places[0], TermId::integer, meter), places, meter);
            case AggCountDistinct _ ->
                distinct(new CountAggregate(CountAggregate.ROWS, TermId::integer, meter), places, meter);
            case AggSum _ -> sum(places, SumAggregate.Result.SUM, meter);
            case AggSumDistinct _ -> distinct(sum(places, SumAggregate.Result.SUM, meter), places, meter);
            case AggAvg _ -> sum(places, SumAggregate.Result.AVERAGE, meter);
            case AggAvgDistinct _ -> distinct(sum(places, SumAggregate.Result.AVERAGE, meter), places, meter);
            case AggMin _, AggMinDistinct _ -> new Extreme(places[0], order, Extreme.End.FIRST, meter);
            case AggMax _, AggMaxDistinct _ -> new Extreme(places[0], order, Extreme.End.LAST, meter);
            case AggSample _, AggSampleDistinct _ -> new Sample(places[0], meter);
            default -> throw new NotVectorised("aggregate " + aggregator.getName());
        };
    }

    private static Aggregate distinct(Aggregate inner, int[] places, Meter meter) {
        return new DistinctAggregate(inner, places, meter);
    }

    private Aggregate sum(int[] places, SumAggregate.Result result, Meter meter) {
        return new SumAggregate(places[0], result, numbers, meter);
    }

    private final class Made implements Aggregation {
        private final int variable;
        private final int[] reads;
        private final int tags;
        private final Aggregator aggregator;

        Made(int variable, int[] reads, int tags, Aggregator aggregator) {
            this.variable = variable;
            this.reads = reads;
            this.tags = tags;
            this.aggregator = aggregator;
        }

        @Override
        public int variable() {
            return variable;
        }

        @Override
        public int[] reads() {
            return reads;
        }

        @Override
        public Aggregate open(int[] layout, Meter meter) {
            return Aggregations.this.open(aggregator, Variables.places(layout, reads), meter);
        }

        @Override
        public int tags() {
            return tags;
        }

        @Override
        public String label() {
            return aggregator.toString();
        }
    }
}
