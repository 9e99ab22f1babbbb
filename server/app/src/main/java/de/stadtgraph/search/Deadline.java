package de.stadtgraph.search;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.time.Duration;
import org.apache.lucene.index.QueryTimeout;

/// When one search has to end, all its parts together: a second after it began. For many threads.
final class Deadline implements QueryTimeout {
    private static final Duration TIME = Duration.ofSeconds(1);

    private final long end;

    Deadline() {
        this(TIME);
    }

    Deadline(Duration time) {
        this.end = System.nanoTime() + time.toNanos();
    }

    @Override
    public boolean shouldExit() {
        return System.nanoTime() - end >= 0;
    }

    /// @throws ServerException [ErrorCode#QUERY_TIMEOUT] when it is over
    void check() {
        if (shouldExit()) {
            throw late();
        }
    }

    static ServerException late() {
        return new ServerException(
                        ErrorCode.QUERY_TIMEOUT,
                        new Text("Die Suche dauerte länger als eine Sekunde.", "The search took longer than a second."))
                .with("limit", TIME.toMillis());
    }
}
