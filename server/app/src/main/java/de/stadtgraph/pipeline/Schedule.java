package de.stadtgraph.pipeline;

import de.stadtgraph.harvest.HarvestPlan;
import de.stadtgraph.mapping.MappingModules;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the modules whose `harvest.yaml` states a rhythm while the server serves, one at a time. A run that fails is
/// tried again
/// after a minute, then after two, four … at most an hour; the last good release stays. One thread of its own;
/// close it to end it.
public final class Schedule implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Schedule.class);
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    private final MappingModules modules;
    private final Supplier<Pipeline> pipeline;
    private final Clock clock;
    private final Map<String, Turn> turns = new HashMap<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("schedule").factory());

    /// When a module runs next, and how long to wait after the next failure.
    private record Turn(Instant next, Duration pause) {}

    /// @param pipeline makes what runs a module, anew for each run, so that changed shapes and code lists hold
    public Schedule(MappingModules modules, Supplier<Pipeline> pipeline, Clock clock) {
        this.modules = modules;
        this.pipeline = pipeline;
        this.clock = clock;
    }

    /// Begins; the first runs are due at once.
    ///
    /// @param pace how often it looks whether something is due
    @SuppressWarnings("FutureReturnValueIgnored")
    public Schedule start(Duration pace) {
        thread.scheduleWithFixedDelay(this::look, 0, pace.toMillis(), TimeUnit.MILLISECONDS);
        return this;
    }

    private void look() {
        for (String name : modules.names()) {
            try {
                rhythm(name).ifPresent(every -> turn(name, every));
            } catch (RuntimeException e) {
                LOG.error("The schedule of {} cannot be kept: {}", name, e.getMessage());
            }
        }
    }

    private Optional<Duration> rhythm(String name) {
        return HarvestPlan.of(modules.named(name).folder()).flatMap(HarvestPlan::every);
    }

    private void turn(String name, Duration every) {
        Turn turn = turns.getOrDefault(name, new Turn(clock.instant(), FIRST_WAIT));
        if (clock.instant().isBefore(turn.next())) {
            return;
        }
        boolean good = run(name);
        Duration wait = good ? every : turn.pause();
        Duration longer = turn.pause().multipliedBy(2);
        Duration after = good ? FIRST_WAIT : longer.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : longer;
        turns.put(name, new Turn(clock.instant().plus(wait), after));
    }

    /// Whether the module came to a decision; a refusal is one.
    private boolean run(String name) {
        try {
            List<RunReport> reports =
                    pipeline.get().run(List.of(name), RunRequest.configured(), Progress.silent(), Schedule::tell);
            return reports.stream().noneMatch(report -> report.outcome() == RunReport.Outcome.FAILED);
        } catch (ServerException e) {
            if (e.code() != ErrorCode.FOLDER_BUSY) {
                LOG.warn("{}: {}", name, e.detail().en());
            }
            return false;
        }
    }

    private static void tell(RunReport report) {
        LOG.info(
                "{} {}: release {}, state {} {}",
                report.dataset(),
                report.outcome(),
                report.release(),
                report.state(),
                String.join(" ", report.reasons()));
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
