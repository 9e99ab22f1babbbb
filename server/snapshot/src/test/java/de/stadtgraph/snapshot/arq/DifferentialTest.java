package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Random queries on random graphs answer as ARQ does on the same graph in memory.
///
/// The system property `differential` sets how many run (default 2,000, half of them from `-Dstadtgraph.seed`): 100,000
/// takes
/// some minutes.
class DifferentialTest {
    private static final int COUNT = Integer.getInteger("differential", 2_000);
    private static final long FIXED_SEED = 20_250_101;

    @TempDir
    Path folder;

    @Test
    void known_queries_answer_as_in_memory() throws IOException {
        run(FIXED_SEED);
    }

    @Test
    void queries_of_another_seed_answer_as_in_memory() throws IOException {
        run(Long.getLong("stadtgraph.seed", 20_261_127));
    }

    private void run(long seed) throws IOException {
        DifferentialRun run = new DifferentialRun(folder);
        var differences = run.run(seed, COUNT / 2, 5);
        System.out.println("differential: seed " + seed + ", " + run.queries + " queries, " + run.vectorised
                + " wholly in ids; left to ARQ: " + run.leftToArq);
        assertThat(differences).as("seed " + seed).isEmpty();
    }
}
