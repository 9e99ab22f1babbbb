package de.stadtgraph.query;

import de.stadtgraph.query.QueryStopped.Which;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/// The places on which queries run (`design: admission`). Safe for many threads.
///
/// A query begins on any place. After a short time it needs a slow place too, of which there is one less; without one
/// it parks and gives its place to others. So short queries pass while slow ones run.
final class QueryPlaces {
    private static final long POLL_MILLIS = 20;

    private final QueryLimits.Admission limits;
    private final Semaphore running;
    private final Semaphore slow;
    private final Semaphore analysis;
    private final AtomicInteger waiting = new AtomicInteger();

    QueryPlaces(QueryLimits.Admission limits) {
        this.limits = limits;
        this.running = new Semaphore(limits.running(), true);
        this.slow = new Semaphore(limits.slow(), true);
        this.analysis = new Semaphore(limits.analysis(), true);
    }

    /// Waits for a place.
    Place enter(QueryMeter meter, boolean isAnalysis) {
        if (waiting.incrementAndGet() > limits.waiting()) {
            waiting.decrementAndGet();
            throw meter.stop(Which.PLACE, limits.waiting());
        }
        try {
            await(running, meter, limits.patience().toMillis());
            return new Place(meter, isAnalysis);
        } finally {
            waiting.decrementAndGet();
        }
    }

    private static void await(Semaphore semaphore, QueryMeter meter, long millis) {
        long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
        try {
            while (!semaphore.tryAcquire(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                if (meter.isCancelled()) {
                    throw meter.stop(Which.CANCEL, 0);
                }
                if (System.nanoTime() > end) {
                    throw meter.stop(Which.PLACE, millis);
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            throw meter.stop(Which.CANCEL, 0);
        }
    }

    /// One query's place. Entered and closed by its caller, looked at by its thread.
    final class Place implements AutoCloseable {
        private final QueryMeter meter;
        private final boolean isAnalysis;
        private final long began = System.nanoTime();
        private boolean isRunning = true;
        private boolean isSlow;
        private boolean isInAnalysis;

        private Place(QueryMeter meter, boolean isAnalysis) {
            this.meter = meter;
            this.isAnalysis = isAnalysis;
        }

        /// Called at each look at the clock: a query that got old needs a slow place.
        void look() {
            if (isSlow || System.nanoTime() - began < limits.slowAfter().toNanos()) {
                return;
            }
            if (isAnalysis && !isInAnalysis) {
                isInAnalysis = analysis.tryAcquire();
            }
            isSlow = (!isAnalysis || isInAnalysis) && slow.tryAcquire();
            if (!isSlow) {
                park();
            }
        }

        private void park() {
            long patience = limits.patience().toMillis() * (isAnalysis ? 6 : 1);
            meter.park();
            running.release();
            isRunning = false;
            try {
                if (isAnalysis && !isInAnalysis) {
                    await(analysis, meter, patience);
                    isInAnalysis = true;
                }
                await(slow, meter, patience);
                isSlow = true;
                await(running, meter, patience);
                isRunning = true;
            } finally {
                meter.unpark();
            }
        }

        @Override
        public void close() {
            if (isInAnalysis) {
                analysis.release();
            }
            if (isSlow) {
                slow.release();
            }
            if (isRunning) {
                running.release();
            }
        }
    }
}
