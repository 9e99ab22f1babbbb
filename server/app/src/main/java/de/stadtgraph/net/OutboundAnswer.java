package de.stadtgraph.net;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An answer of another server; its body is bounded in bytes and time. Close it.
///
/// @param from where it came from, after redirects
public record OutboundAnswer(URI from, int status, Map<String, List<String>> headers, InputStream body)
        implements AutoCloseable {
    /// The first value of a header.
    public Optional<String> header(String name) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(name))
                .flatMap(header -> header.getValue().stream())
                .findFirst();
    }

    @Override
    public void close() throws IOException {
        body.close();
    }
}
