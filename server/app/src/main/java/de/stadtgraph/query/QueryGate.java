package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.store.Generation;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryCancelledException;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.function.FunctionRegistry;

/// What stands between a stranger's query and the engine (`design: query gate`): scan, parse, inspect, rewrite, run
/// under a meter. Safe for many threads; built once.
///
/// Nothing is fetched, nothing is changed, and each query ends: within its time, its steps, rows and bytes, or when it
/// is cancelled. Trusted callers use the same gate with other numbers, see [#with].
public final class QueryGate implements AutoCloseable {
    private static final long TEND_MILLIS = 100;

    private final QueryLimits limits;
    private final QueryParser parser;
    private final Shared shared;

    /// What gates with other numbers have in common.
    private record Shared(
            ClosedFunctions functions,
            QueryPlaces places,
            Semaphore parsing,
            DeepThreads threads,
            RunningQueries running,
            ScheduledExecutorService clock) {}

    /// @param base the city's canonical base, for relative IRIs
    public QueryGate(QueryLimits limits, String base) {
        this.limits = limits;
        this.parser = new QueryParser(base);
        this.shared = new Shared(
                new ClosedFunctions(FunctionRegistry.standardRegistry()),
                new QueryPlaces(limits.admission()),
                new Semaphore(limits.admission().running()),
                new DeepThreads(),
                new RunningQueries(),
                Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().name("query-clock").factory()));
        var _ = shared.clock()
                .scheduleWithFixedDelay(shared.running()::tend, TEND_MILLIS, TEND_MILLIS, TimeUnit.MILLISECONDS);
    }

    private QueryGate(QueryGate other, QueryLimits limits) {
        this.limits = limits;
        this.parser = other.parser;
        this.shared = other.shared;
    }

    /// The same gate, on the same places, with other numbers: for stored queries and commands.
    public QueryGate with(QueryLimits others) {
        return new QueryGate(this, others);
    }

    public QueryLimits limits() {
        return limits;
    }

    /// IRIs of the functions that a query may call, besides the built-in ones.
    public List<String> functions() {
        return List.copyOf(shared.functions().names());
    }

    public RunningQueries running() {
        return shared.running();
    }

    /// A new id that nobody can guess.
    public static String newId() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /// Checks a query. Runs nothing.
    ///
    /// @throws ServerException with the code of what is wrong
    public PreparedQuery prepare(QueryRequest request) {
        capped(request.time());
        QueryScan.check(request.text(), limits.text());
        shared.parsing().acquireUninterruptibly();
        try {
            return shared.threads().call(() -> checked(request), () -> {});
        } finally {
            shared.parsing().release();
        }
    }

    private PreparedQuery checked(QueryRequest request) {
        Query query = parser.parse(request.text());
        query.ensureResultVars();
        Op algebra = query.getQueryPattern() == null ? OpTable.unit() : Algebra.compile(query);
        boolean deterministic = new QueryInspection(limits.text(), shared.functions()).inspect(algebra);
        return new PreparedQuery(request, query, algebra, deterministic);
    }

    private void capped(Duration time) {
        Duration cap = limits.analysis().time();
        if (time.compareTo(cap) > 0) {
            throw new ServerException(
                            ErrorCode.LIMIT_ABOVE_CAP,
                            new Text(
                                    "timeout ist höchstens " + cap.toSeconds() + " s.",
                                    "timeout is at most " + cap.toSeconds() + " s."))
                    .with("parameter", "timeout")
                    .with("cap", cap.toSeconds());
        }
    }

    /// Runs a query on one state; returns when the sink has everything.
    ///
    /// @param id id of this run, not in use
    /// @return how it ended
    /// @throws ServerException when it could not run to its end
    public RunningQuery run(PreparedQuery prepared, Generation generation, String id, ResultSink sink) {
        Duration time = prepared.request().time();
        var meter = new QueryMeter(limits.budget(time), limits.value());
        RunningQuery entry = shared.running().add(id, meter);
        try (var place = shared.places().enter(meter, limits.isAnalysis(time))) {
            entry.begin();
            meter.start(place::look);
            shared.threads().call(() -> work(new Work(prepared, generation, entry), sink), meter::cancel);
            entry.end(RunningQuery.Status.DONE);
            return entry;
        } catch (QueryStopped stop) {
            throw stop.problem();
        } finally {
            if (!entry.isOver()) {
                entry.end(meter.isCancelled() ? RunningQuery.Status.CANCELLED : RunningQuery.Status.FAILED);
            }
        }
    }

    private record Work(PreparedQuery prepared, Generation generation, RunningQuery entry) {}

    private boolean work(Work work, ResultSink sink) {
        QueryMeter meter = work.entry().meter();
        try {
            new QueryRun(work.prepared(), work.generation().data(), shared.functions(), work.entry()).into(sink);
        } catch (QueryCancelledException | IOException e) {
            throw Objects.requireNonNullElseGet(meter.reason(), () -> meter.stop(QueryStopped.Which.CANCEL, 0));
        } catch (StackOverflowError _) {
            throw meter.stop(QueryStopped.Which.EXPRESSION, 0);
        } catch (RuntimeException e) {
            QueryStopped stop = meter.stopped();
            throw stop == null ? e : stop;
        }
        QueryStopped swallowed = meter.stopped();
        if (swallowed != null) {
            throw swallowed;
        }
        return true;
    }

    @Override
    public void close() {
        shared.running().cancelAll();
        shared.clock().shutdownNow();
        shared.threads().close();
    }
}
