package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.pipeline.Progress;
import de.stadtgraph.pipeline.RunReport;
import de.stadtgraph.pipeline.RunRequest;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// A cube of the size of a city: 41 districts, 20 years, two sexes, 101 ages are 165,640 cells, with a total for each
/// district and year.
@Tag("nightly")
@EnabledIfSystemProperty(named = "stadtgraph.nightly", matches = "true")
class LargeCubeTest {
    /// The goal is 10 s on two cores; this bound only notices when it gets slower than it ever was.
    private static final Duration BOUND = Duration.ofSeconds(30);
    private static final int DISTRICTS = 41;
    private static final int YEARS = 20;
    private static final int AGES = 101;

    @TempDir
    Path folder;

    private static final class Watch implements Progress {
        private final Map<String, Duration> times = new HashMap<>();

        @Override
        public Step start(String what, long all) {
            long start = System.nanoTime();
            return new Step() {
                @Override
                public void reach(long done) {}

                @Override
                public void close() {
                    times.put(what, Duration.ofNanos(System.nanoTime() - start));
                }
            };
        }
    }

    private Path cube() throws IOException {
        Path file = folder.resolve("cube.csv");
        var random = new Random(1);
        try (var out = new PrintWriter(Files.newBufferedWriter(file))) {
            out.print("JAHR;STATBEZ;KER_GESCH;AGE;Anzahl\n");
            for (int place = 0; place < DISTRICTS * YEARS; place++) {
                String prefix = (1998 + place / DISTRICTS) + ";" + (1 + place % DISTRICTS) + ";";
                int total = 0;
                for (int cell = 0; cell < 2 * AGES; cell++) {
                    int count = 3 + random.nextInt(78);
                    total += count;
                    out.print(prefix + (cell < AGES ? "m" : "w") + ";" + cell % AGES + ";" + count + "\n");
                }
                out.print(prefix + "t;insgesamt;" + total + "\n");
            }
        }
        return file;
    }

    @Test
    void itIsJudgedInHalfAMinute() throws IOException {
        Server server = Server.of(new Home(Path.of("../..")), Config.DEFAULTS, folder.resolve("data"));
        var watch = new Watch();
        var request = new RunRequest(Map.of("population", cube()), true, Map.of(), false);

        RunReport report = server.pipeline()
                .run(List.of("population-age-sex"), request, watch, _ -> {})
                .getFirst();

        System.out.println("a cube of " + report.records().mapped() + " cells: " + watch.times);
        assertThat(report.records().mapped()).isEqualTo(DISTRICTS * YEARS * (2 * AGES + 1));
        assertThat(report.reasons()).isEmpty();
        assertThat(report.results().violation()).isZero();
        assertThat(watch.times.get("population-age-sex: validate")).isLessThan(BOUND);
    }
}
