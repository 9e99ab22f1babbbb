package de.stadtgraph.net;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A request to another server. Immutable; nobody changes the body.
public final class OutboundRequest {
    private final URI target;
    private final Map<String, String> headers;
    private final byte @Nullable [] body;

    private OutboundRequest(URI target, Map<String, String> headers, byte @Nullable [] body) {
        this.target = target;
        this.headers = Map.copyOf(headers);
        this.body = body;
    }

    public static OutboundRequest get(URI target, Map<String, String> headers) {
        return new OutboundRequest(target, headers, null);
    }

    public static OutboundRequest post(URI target, Map<String, String> headers, byte[] body) {
        return new OutboundRequest(target, headers, body);
    }

    URI target() {
        return target;
    }

    Map<String, String> headers() {
        return headers;
    }

    Optional<byte[]> body() {
        return Optional.ofNullable(body);
    }

    /// The same request to where a redirect leads; a body is not sent again.
    OutboundRequest to(URI other) {
        return new OutboundRequest(other, headers, null);
    }
}
