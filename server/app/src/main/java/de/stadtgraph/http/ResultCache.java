package de.stadtgraph.http;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Complete answers of queries that took a while, by state, algebra and format: the least used go first. The same query
/// asked by many at once runs once. Holds public data only; thread-safe.
public final class ResultCache {
    static final int MOST_BYTES = 2 << 20;
    private static final long WORTH_MILLIS = 20;
    private static final int ENTRY_BYTES = 200;
    private static final Set<ErrorCode> ENDS = EnumSet.of(ErrorCode.QUERY_TIMEOUT, ErrorCode.QUERY_OVER_BUDGET);

    private final long limit;
    private final Map<String, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, CompletableFuture<Optional<Answer>>> running = new LinkedHashMap<>();
    private long bytes;

    /// @param limit bytes of all answers together
    public ResultCache(long limit) {
        this.limit = limit;
    }

    /// 256 MB, or a tenth of a small heap.
    public static ResultCache defaults() {
        return new ResultCache(Math.min(256L << 20, Runtime.getRuntime().maxMemory() / 10));
    }

    /// A whole answer. Immutable: nobody changes the bytes.
    public static final class Answer {
        private final byte[] bytes;
        private final String complete;

        /// @param complete what `Stadtgraph-Complete` says of it
        Answer(byte[] bytes, String complete) {
            this.bytes = bytes;
            this.complete = complete;
        }

        byte[] bytes() {
            return bytes;
        }

        String complete() {
            return complete;
        }
    }

    /// How the making of an answer ended.
    ///
    /// @param answer the whole answer, if it is small enough to keep
    /// @param failure why there is none
    public record Ending(Optional<Answer> answer, Optional<ServerException> failure, Duration time) {
        private boolean isWorthKeeping() {
            return answer.isPresent() && time.toMillis() > WORTH_MILLIS;
        }

        /// Whether the same query would end the same way.
        private boolean isForAll() {
            return failure.filter(why -> ENDS.contains(why.code())).isPresent();
        }
    }

    /// Looks for an answer, and waits for it when the same query runs just now.
    ///
    /// @return the answer, or nothing when the caller has to make it and then call [#done]
    public Optional<Answer> find(String key, long patienceMillis) throws InterruptedException {
        CompletableFuture<Optional<Answer>> other;
        synchronized (this) {
            Answer known = answers.get(key);
            if (known != null) {
                return Optional.of(known);
            }
            other = running.get(key);
            if (other == null) {
                running.put(key, new CompletableFuture<>());
                return Optional.empty();
            }
        }
        try {
            return other.get(patienceMillis, TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ServerException same) {
                throw same;
            }
            return Optional.empty();
        } catch (TimeoutException _) {
            return Optional.empty();
        }
    }

    /// Ends what [#find] began; who waits gets the answer, or the failure if it would be theirs too.
    public void done(String key, Ending ending) {
        CompletableFuture<Optional<Answer>> waiting;
        synchronized (this) {
            waiting = running.remove(key);
            if (ending.isWorthKeeping()) {
                keep(key, ending.answer.orElseThrow());
            }
        }
        if (waiting == null) {
            return;
        }
        if (ending.isForAll()) {
            waiting.completeExceptionally(ending.failure.orElseThrow());
        } else {
            waiting.complete(ending.answer);
        }
    }

    private void keep(String key, Answer answer) {
        Answer before = answers.put(key, answer);
        bytes += size(answer) - (before == null ? 0 : size(before));
        var eldest = answers.entrySet().iterator();
        while (bytes > limit && eldest.hasNext()) {
            bytes -= size(eldest.next().getValue());
            eldest.remove();
        }
    }

    private static long size(Answer answer) {
        return (long) answer.bytes.length + ENTRY_BYTES;
    }
}
