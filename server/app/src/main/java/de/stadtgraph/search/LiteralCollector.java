package de.stadtgraph.search;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.LongUnaryOperator;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.CollectorManager;
import org.apache.lucene.search.Scorable;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.SimpleCollector;
import org.jspecify.annotations.Nullable;

/// Collects all literals that a search finds, with the ids of the state. One search.
///
/// @param names the ids of the state by ids of the segment, for each leaf
/// @param weighted whether the weight of a label counts
record LiteralCollector(LiteralNumbers numbers, List<LongUnaryOperator> names, boolean weighted)
        implements CollectorManager<LiteralCollector.Collecting, Scores> {

    /// What a heavier label is worth: less than any other difference.
    private static final float WEIGHT = 0.01f;

    @Override
    public Collecting newCollector() {
        return new Collecting();
    }

    @Override
    public Scores reduce(Collection<Collecting> collectors) {
        Scores all = new Scores();
        for (Collecting one : collectors) {
            all = all.or(one.found.done());
        }
        return all;
    }

    /// Collects the hits of one thread.
    final class Collecting extends SimpleCollector {
        private final Scores found = new Scores();
        private @Nullable NumericDocValues ids;
        private @Nullable NumericDocValues weights;
        private @Nullable Scorable scorer;
        private LongUnaryOperator global = LongUnaryOperator.identity();

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            ids = DocValues.getNumeric(context.reader(), Fields.ID);
            weights = weighted ? DocValues.getNumeric(context.reader(), Fields.WEIGHT) : null;
            global = names.get(context.ord);
        }

        @Override
        public void setScorer(Scorable scorer) {
            this.scorer = scorer;
        }

        @Override
        public void collect(int document) throws IOException {
            if (!Objects.requireNonNull(ids).advanceExact(document)) {
                return;
            }
            long literal = global.applyAsLong(ids.longValue());
            float weight = weights != null && weights.advanceExact(document) ? weights.longValue() * WEIGHT : 0;
            found.add(numbers.number(literal), Objects.requireNonNull(scorer).score() + weight);
        }

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE;
        }
    }
}
