package de.stadtgraph.http;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.CallerBuckets;
import java.util.regex.Pattern;

/// How many requests one caller may send to what costs: queries, search, validation. Documents and files are not
/// counted. Thread-safe.
final class RequestRates {
    private static final Pattern COUNTED = Pattern.compile("/(sparql|query|search|validate|workspace)(/.*)?");

    private final CallerBuckets buckets;

    RequestRates(HttpLimits limits) {
        this.buckets = new CallerBuckets(limits.burst(), limits.perSecond());
    }

    /// Counts a request.
    ///
    /// @throws ServerException [ErrorCode#RATE_LIMITED]
    void count(Caller caller, String path) {
        if (!COUNTED.matcher(path).matches()) {
            return;
        }
        double seconds = buckets.secondsUntil(caller.asked(), 1);
        if (seconds > 0) {
            throw new ServerException(
                            ErrorCode.RATE_LIMITED,
                            new Text("Zu viele Anfragen in kurzer Zeit.", "Too many requests in a short time."))
                    .with("policy", "requests per second")
                    .with("retryAfter", (long) Math.ceil(seconds));
        }
        buckets.take(caller.asked(), 1);
    }
}
