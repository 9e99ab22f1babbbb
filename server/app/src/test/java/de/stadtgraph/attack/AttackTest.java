package de.stadtgraph.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/// The attack list of the design (Q01–Q18, N01–N11, W01–W07) against a real server process, case after case, while
/// another user pings.
///
/// The build runs a small version: 100,000 statements, 512 MB of heap, queries of one second, 100 slow clients, half of
/// the other user's requests within a second, for the machine of a build may have other work. The full one:
/// `-Dattack.triples=1000000 -Dattack.heap=3g -Dattack.full=true` has the limits and the figures of the design: 5 s,
/// 500 slow clients, p99 under 300 ms, under 5 % of a core two seconds after each case, while the other user rests.
/// `-Dattack.cases=N09|Q0.` runs some only.
class AttackTest {
    private static final int TRIPLES = Integer.getInteger("attack.triples", 100_000);
    private static final String HEAP = System.getProperty("attack.heap", "512m");
    private static final boolean FULL = Boolean.getBoolean("attack.full");
    private static final long P99_MILLIS = 300;
    private static final long MEDIAN_MILLIS = FULL ? 300 : 1_000;
    private static final int SLOW_CLIENTS = FULL ? 500 : 100;
    private static final double BUSY = 0.05;
    private static final int LOOKS = 3;
    private static final Duration SETTLING = Duration.ofMinutes(2);
    private static final Pattern CASES = Pattern.compile(System.getProperty("attack.cases", ".*"));

    @TempDir
    static Path folder;

    private static final List<String> TABLE = new ArrayList<>();
    private static AttackServer server;
    private static Attacker attacker;
    private static Ping ping;

    @BeforeAll
    static void start() throws Exception {
        server = AttackServer.start(folder, TRIPLES, HEAP);
        attacker = new Attacker(server, FULL ? 5 : 1, Duration.ofMillis(FULL ? 500 : 4_000));
        ping = new Ping(server.port());
        Thread.sleep(2_000);
        if (FULL) {
            settle();
        }
        ping.take();
    }

    /// Waits for what a first start does in the background, the text index.
    private static void settle() throws InterruptedException {
        long end = System.nanoTime() + SETTLING.toNanos();
        ping.rest(true);
        while (server.cores(Duration.ofSeconds(1)) > BUSY && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        ping.rest(false);
    }

    @AfterAll
    static void stop() throws Exception {
        ping.close();
        attacker.close();
        server.close();
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        out.printf(Locale.ROOT, "%nAttack list: %,d statements, heap %s%n", TRIPLES, HEAP);
        out.println("| case | seen | ms | ping p99 ms | cores after |\n|---|---|--:|--:|--:|");
        TABLE.forEach(out::println);
    }

    @TestFactory
    Stream<DynamicTest> everyCaseIsHeld() {
        Map<String, Callable<String>> cases = new TreeMap<>(new QueryAttacks(attacker).cases());
        cases.putAll(new NetworkAttacks(attacker, folder, SLOW_CLIENTS).cases());
        cases.putAll(new PageAttacks(attacker).cases());
        return cases.entrySet().stream()
                .filter(each -> CASES.matcher(each.getKey()).matches())
                .map(each -> DynamicTest.dynamicTest(each.getKey(), () -> run(each.getKey(), each.getValue())));
    }

    private static void run(String id, Callable<String> attack) throws Exception {
        ping.take();
        long begin = System.nanoTime();
        String seen = "FAILED";
        try {
            seen = attack.call();
        } finally {
            long millis = (System.nanoTime() - begin) / 1_000_000;
            Ping.Seen pinged = ping.take();
            double cores = FULL ? coresAfter() : 0;
            String shown = FULL ? String.format(Locale.ROOT, "%.3f", cores) : "";
            TABLE.add("| " + id + " | " + seen + " | " + millis + " | " + pinged.p99() + " | " + shown + " |");
            judge(id, pinged);
            if (FULL) {
                assertThat(cores).as(id + ": cores 2 s later").isLessThan(BUSY);
            }
        }
    }

    /// The least of a few looks: work that goes on shows in each, the collector and the compiler of the virtual machine
    /// do not.
    private static double coresAfter() throws InterruptedException {
        Thread.sleep(2_000);
        ping.rest(true);
        double least = 1;
        for (int look = 0; look < LOOKS && least >= BUSY; look++) {
            least = Math.min(least, server.cores(Duration.ofSeconds(1)));
        }
        ping.rest(false);
        return least;
    }

    private static void judge(String id, Ping.Seen pinged) throws IOException {
        assertThat(pinged.failures()).as(id + ": others were refused").isEmpty();
        if (FULL) {
            assertThat(pinged.p99()).as(id + ": others' p99").isLessThan(P99_MILLIS);
        }
        assertThat(pinged.median()).as(id + ": others' median").isLessThan(MEDIAN_MILLIS);
        assertThat(server.isAlive()).as(id + ": process").isTrue();
        assertThat(server.log()).as(id).doesNotContain("OutOfMemoryError", "StackOverflowError");
    }
}
