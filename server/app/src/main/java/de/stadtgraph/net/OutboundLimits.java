package de.stadtgraph.net;

import java.time.Duration;

/// Limits of one request that goes out.
///
/// @param bytes largest body, also after inflation
/// @param connect time to connect
/// @param whole time from the request to the last byte of the body
/// @param redirects most redirects
public record OutboundLimits(long bytes, Duration connect, Duration whole, int redirects) {
    public static final OutboundLimits DEFAULT =
            new OutboundLimits(2L << 30, Duration.ofSeconds(20), Duration.ofMinutes(10), 3);

    public OutboundLimits {
        if (bytes < 1 || redirects < 0 || connect.isNegative() || whole.isNegative()) {
            throw new IllegalArgumentException("limits must be positive");
        }
    }
}
