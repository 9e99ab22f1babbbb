package de.stadtgraph.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.query.QueryLimits.Admission;
import de.stadtgraph.query.QueryLimits.CallerLimits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Turns: short queries pass slow ones, callers are served in rounds, nobody takes more than a share.
@Timeout(20)
class TurnsTest {
    private static final QueryLimits LIMITS = QueryLimits.defaults(2);
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static Admission admission(int running, int slow, int waiting) {
        return new Admission(
                running, slow, 1, waiting, PATIENCE, PATIENCE, Duration.ofMillis(20), new CallerLimits(4, 10, 60, 0.5));
    }

    private static QueryMeter meter() {
        return new QueryMeter(LIMITS.interactive(), LIMITS.value(), new SharedMemory(1 << 30));
    }

    private static QueryCaller stranger(String key) {
        return new QueryCaller(key, false, false);
    }

    private static Turns.Turn start(Turns turns, QueryCaller caller) {
        QueryMeter meter = meter();
        Turns.Turn turn = turns.start(meter, caller, PATIENCE, false);
        meter.start(turn);
        return turn;
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void theLastPermitIsNeverASlowOne() throws Exception {
        Turns turns = new Turns(admission(3, 2, 50));
        Turns.Turn first = start(turns, stranger("a"));
        Turns.Turn second = start(turns, stranger("b"));
        Turns.Turn third = start(turns, stranger("c"));
        pause(25);
        first.look();
        second.look();
        var parked = new CountDownLatch(1);
        var waiting = CompletableFuture.runAsync(() -> {
            parked.countDown();
            third.look();
        });
        assertThat(parked.await(1, TimeUnit.SECONDS)).isTrue();
        pause(100);
        assertThat(waiting).isNotDone();
        start(turns, stranger("d")).close();
        start(turns, stranger("e")).close();
        first.close();
        waiting.get(1, TimeUnit.SECONDS);
        second.close();
        third.close();
    }

    @Test
    void whoWaitsForSomethingOutsideKeepsNobodyWaiting() throws Exception {
        Turns turns = new Turns(admission(2, 1, 50));
        Turns.Turn away = start(turns, stranger("a"));
        pause(25);
        away.look();
        away.stepAside();
        Turns.Turn slow = start(turns, stranger("b"));
        pause(25);
        slow.look();
        away.look();
        var back = CompletableFuture.runAsync(away::comeBack);
        pause(50);
        assertThat(back).as("the place of a slow query is taken").isNotDone();
        slow.close();
        back.get(1, TimeUnit.SECONDS);
        Turns.Turn other = start(turns, stranger("c"));
        away.close();
        other.close();
        Turns.Turn last = start(turns, stranger("a"));
        pause(25);
        last.look();
        last.close();
    }

    @Test
    void parkingCostsNoTimeOfTheQuery() throws Exception {
        Turns turns = new Turns(admission(2, 1, 50));
        Turns.Turn slow = start(turns, stranger("a"));
        pause(25);
        slow.look();
        QueryMeter meter = meter();
        Turns.Turn other = turns.start(meter, stranger("b"), PATIENCE, false);
        meter.start(other);
        pause(25);
        var parked = CompletableFuture.runAsync(other::look);
        pause(400);
        slow.close();
        parked.get(1, TimeUnit.SECONDS);
        assertThat(Duration.ofNanos(meter.runningNanos())).isLessThan(Duration.ofMillis(300));
        other.close();
    }

    @Test
    void callersAreServedInRounds() throws Exception {
        Turns turns = new Turns(admission(1, 0, 50));
        Turns.Turn busy = start(turns, stranger("z"));
        List<String> order = Collections.synchronizedList(new ArrayList<>());
        List<CompletableFuture<Void>> all = new ArrayList<>();
        for (String caller : List.of("a", "a", "a", "a", "b", "c")) {
            all.add(CompletableFuture.runAsync(
                    () -> {
                        try (Turns.Turn turn = start(turns, stranger(caller))) {
                            order.add(turn.caller().key());
                            pause(5);
                        }
                    },
                    task -> Thread.ofPlatform().start(task)));
            pause(30);
        }
        busy.close();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(5, TimeUnit.SECONDS);
        assertThat(order).containsExactly("a", "b", "c", "a", "a", "a");
    }

    @Test
    void aStrangerRunsFourAtOnceAndAnAccountSixteen() throws Exception {
        Turns turns = new Turns(admission(40, 39, 50));
        List<Turns.Turn> held = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            held.add(start(turns, stranger("a")));
        }
        var fifth = CompletableFuture.supplyAsync(() -> start(turns, stranger("a")));
        pause(100);
        assertThat(fifth).isNotDone();
        for (int i = 0; i < 16; i++) {
            held.add(start(turns, new QueryCaller("account x", true, false)));
        }
        held.removeFirst().close();
        fifth.get(1, TimeUnit.SECONDS).close();
        held.forEach(Turns.Turn::close);
    }

    @Test
    void whoWaitsTooOftenOrTooLongIsToldSo() {
        Turns turns = new Turns(admission(1, 0, 3));
        Turns.Turn busy = start(turns, stranger("a"));
        for (int i = 0; i < 3; i++) {
            String caller = "waiting" + i;
            Thread.ofPlatform()
                    .daemon()
                    .start(() -> start(turns, stranger(caller)).close());
        }
        pause(100);
        assertThatThrownBy(() -> start(turns, stranger("b")))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OVERLOADED));
        busy.close();
        Turns.Turn again = start(turns, stranger("a"));
        assertThatThrownBy(() -> turns.start(meter(), stranger("b"), Duration.ofMillis(60), false))
                .isInstanceOfSatisfying(
                        ServerException.class, e -> assertThat(e.code()).isEqualTo(ErrorCode.OVERLOADED));
        again.close();
    }

    @Test
    void aWaitingQueryCanBeCancelled() throws Exception {
        Turns turns = new Turns(admission(1, 0, 50));
        Turns.Turn busy = start(turns, stranger("a"));
        QueryMeter meter = meter();
        var waiting = CompletableFuture.runAsync(() -> turns.start(meter, stranger("b"), PATIENCE, false));
        pause(50);
        meter.cancel();
        assertThatThrownBy(() -> waiting.get(1, TimeUnit.SECONDS)).hasCauseInstanceOf(QueryStopped.class);
        busy.close();
    }

    @Test
    void computingTimeComesBackSlowly() {
        var now = new AtomicLong();
        var buckets = new CallerBuckets(60, 0.5, now::get);
        QueryCaller caller = stranger("a");
        buckets.take(caller, 61);
        assertThat(buckets.secondsUntil(caller, 0)).isEqualTo(2);
        assertThat(buckets.secondsUntil(stranger("b"), 0)).isZero();
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(buckets.secondsUntil(caller, 0)).isZero();
        buckets.take(QueryCaller.LOCAL, 1_000_000);
        assertThat(buckets.secondsUntil(QueryCaller.LOCAL, 0)).isZero();
    }

    @Test
    void theLargestHolderGoesWhenAllHoldTooMuch() {
        var memory = new SharedMemory(10 << 20);
        QueryMeter small = new QueryMeter(LIMITS.interactive(), LIMITS.value(), memory);
        QueryMeter large = new QueryMeter(LIMITS.interactive(), LIMITS.value(), memory);
        memory.join(small);
        memory.join(large);
        large.start(Place.FREE);
        small.start(Place.FREE);
        large.hold(8 << 20);
        small.hold(3 << 20);
        assertThatThrownBy(() -> large.step(1))
                .isInstanceOfSatisfying(
                        QueryStopped.class,
                        stop -> assertThat(stop.which()).isEqualTo(QueryStopped.Which.BYTES_OF_ALL));
        small.step(5_000);
        large.close();
        memory.leave(large);
        small.hold(4 << 20);
        small.step(5_000);
        assertThat(memory.held()).isEqualTo(7 << 20);
    }
}
