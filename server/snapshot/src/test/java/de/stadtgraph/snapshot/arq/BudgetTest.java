package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A query whose meter stops it gives the meter's error or the whole answer, never a part of it.
class BudgetTest {
    private static final int QUERIES = 300;

    @TempDir
    Path folder;

    @Test
    void a_stopped_query_gives_its_error_or_the_whole_answer() throws IOException {
        long seed = Long.getLong("stadtgraph.seed", 1);
        System.out.println("budget: seed " + seed);
        Random random = new Random(seed);
        RandomGraph graph = new RandomGraph(random);
        Path place = folder.resolve("graph");
        DifferentialRun.build(graph.dataset(), place);
        int stopped = 0;
        try (Snapshot snapshot = Snapshot.open(place)) {
            DatasetGraph dataset = snapshot.dataset(View.union());
            for (int i = 0; i < QUERIES; i++) {
                stopped += run(RandomQuery.draw(random, graph), dataset, random) ? 1 : 0;
            }
        }
        assertThat(stopped).as("seed " + seed).isPositive();
    }

    private static boolean run(RandomQuery drawn, DatasetGraph dataset, Random random) {
        Query query;
        List<String> whole;
        try {
            query = QueryFactory.create(drawn.text());
            whole = new DifferentialRun.Answer().rows(query, dataset);
        } catch (QueryException | org.apache.jena.graph.Node.NotLiteral e) {
            return false;
        }
        Tight meter = new Tight(random.nextInt(200), 1_000 + random.nextInt(20_000));
        try {
            List<String> rows = rows(query, dataset, meter);
            meter.require();
            assertThat(rows).as(drawn.text()).isEqualTo(whole);
            return false;
        } catch (Stopped e) {
            return true;
        }
    }

    private static List<String> rows(Query query, DatasetGraph dataset, Meter meter) {
        Context context = new Context();
        QC.setFactory(context, SnapshotExecutor.factory(new Vectorising(meter, reason -> {})));
        return Differential.rows(query, dataset, context, false);
    }

    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /// Stops after some steps, or when too many bytes are held. ARQ takes an exception inside a FILTER for "not true",
    /// so
    /// a stop is final: asked again at the end, as the server's meter is.
    private static final class Tight implements Meter {
        private long steps;
        private long bytes;
        private boolean stopped;

        Tight(long steps, long bytes) {
            this.steps = steps;
            this.bytes = bytes;
        }

        void require() {
            stopped |= steps < 0;
            if (stopped) {
                throw new Stopped();
            }
        }

        @Override
        public void step(long rows) {
            steps -= rows;
            require();
        }

        @Override
        public void hold(long more) {
            bytes -= more;
            stopped |= bytes < 0;
            require();
        }

        @Override
        public void free(long less) {
            bytes += less;
        }
    }
}
