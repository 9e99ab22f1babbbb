package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.HashMap;
import java.util.Map;

/// The room that large answers take on disk: a limit for all, and a number of large answers for each caller.
/// Thread-safe.
public final class Spools {
    private static final int RETRY_SECONDS = 5;

    private final long mostBytes;
    private final int mostLarge;
    private final Map<String, Integer> large = new HashMap<>();
    private long bytes;

    /// @param mostBytes bytes of all spooled answers together
    /// @param mostLarge answers over 64 KB that a stranger may receive at once
    public Spools(long mostBytes, int mostLarge) {
        this.mostBytes = mostBytes;
        this.mostLarge = mostLarge;
    }

    /// The room of the public endpoint.
    public static Spools defaults() {
        return new Spools(2L << 30, 2);
    }

    /// An empty spool.
    public Spool open(QueryBudget budget, QueryCaller caller) {
        return new Spool(budget.bytesOut(), this, caller);
    }

    /// An answer gets large.
    synchronized void begin(QueryCaller caller) {
        int now = large.getOrDefault(caller.key(), 0);
        if (!caller.exempt() && now >= mostLarge * caller.weight()) {
            throw new ServerException(
                            ErrorCode.RATE_LIMITED,
                            new Text("Zu viele große Antworten zugleich.", "Too many large answers at once."))
                    .with("policy", "large answers at once")
                    .with("retryAfter", RETRY_SECONDS);
        }
        large.put(caller.key(), now + 1);
    }

    synchronized void take(long more) {
        if (bytes + more > mostBytes) {
            throw new ServerException(
                            ErrorCode.OVERLOADED,
                            new Text(
                                    "Der Platz für große Antworten ist belegt.",
                                    "The room for large answers is taken."))
                    .with("retryAfter", RETRY_SECONDS);
        }
        bytes += more;
    }

    synchronized void end(QueryCaller caller, long given) {
        bytes -= given;
        large.computeIfPresent(caller.key(), (_, count) -> count == 1 ? null : count - 1);
    }

    synchronized long bytes() {
        return bytes;
    }
}
