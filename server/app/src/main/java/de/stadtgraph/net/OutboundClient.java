package de.stadtgraph.net;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.zip.GZIPInputStream;

/// The only way out of the server: GET over http and https, to hosts that the caller names, under limits.
///
/// Each address is checked before it is asked, redirects too; https stays https; certificates are verified. For many
/// threads.
public final class OutboundClient implements AutoCloseable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final OutboundLimits limits;
    private final Set<String> privateHosts;
    private final String agent;
    private final HttpClient client;

    /// @param privateHosts hosts of the city's own network that may be asked, by name
    /// @param contact address of who answers for this server; it stands in `User-Agent`
    public OutboundClient(OutboundLimits limits, Set<String> privateHosts, String contact) {
        this.limits = limits;
        this.privateHosts = Set.copyOf(privateHosts);
        PublicResolver.allow(this.privateHosts);
        this.agent = "Stadtgraph (" + contact.replaceAll("[^\\x20-\\x7e]|[()]", "") + ")";
        this.client = HttpClient.newBuilder()
                .connectTimeout(limits.connect())
                .followRedirects(HttpClient.Redirect.NEVER)
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    /// What came back.
    ///
    /// @param status status of the last answer
    /// @param address the address that answered, after redirects
    /// @param bytes bytes written to the target; 0 for an answer without a body
    /// @param headers first value of each header, names in lower case
    public record Answer(int status, URI address, long bytes, Map<String, String> headers) {
        /// The value of a header.
        public Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name));
        }
    }

    /// Asks for an address; the body of a 200 goes to a file.
    ///
    /// @param allowed hosts that may be asked, as `host` or `host:port`
    /// @param headers more headers of the request
    /// @throws OutboundRefusedException when the address, a redirect or the answer breaks a rule or a limit
    public Answer get(URI address, Set<String> allowed, Map<String, String> headers, Path target)
            throws IOException, InterruptedException {
        var destination = new Destination(allowed, privateHosts);
        URI asked = address;
        for (int hop = 0; hop <= limits.redirects(); hop++) {
            destination.check(asked);
            HttpResponse<InputStream> response = send(asked, headers);
            try (InputStream body = response.body()) {
                Optional<String> moved = response.headers().firstValue("Location");
                if (response.statusCode() / 100 == 3 && response.statusCode() != 304 && moved.isPresent()) {
                    asked = next(asked, moved.get());
                    continue;
                }
                long bytes = response.statusCode() == 200 ? write(asked, response, body, target) : 0;
                return new Answer(response.statusCode(), asked, bytes, headers(response));
            }
        }
        throw new OutboundRefusedException(address + ": more than " + limits.redirects() + " redirects.");
    }

    private HttpResponse<InputStream> send(URI address, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .timeout(limits.whole())
                .header("User-Agent", agent)
                .header("Accept-Encoding", "gzip");
        headers.forEach(request::header);
        try {
            return client.send(request.GET().build(), HttpResponse.BodyHandlers.ofInputStream());
        } catch (HttpTimeoutException e) {
            throw new OutboundRefusedException(address + ": no answer within the time.");
        }
    }

    private static URI next(URI from, String location) throws OutboundRefusedException {
        try {
            URI to = from.resolve(location);
            if ("https".equalsIgnoreCase(from.getScheme()) && !"https".equalsIgnoreCase(to.getScheme())) {
                throw new OutboundRefusedException(from + ": redirects from https to " + to.getScheme() + ".");
            }
            return to;
        } catch (IllegalArgumentException e) {
            throw new OutboundRefusedException(from + ": redirects to something that is no address.");
        }
    }

    private long write(URI address, HttpResponse<InputStream> response, InputStream body, Path target)
            throws IOException {
        boolean packed = response.headers()
                .firstValue("Content-Encoding")
                .filter(coding -> coding.equalsIgnoreCase("gzip"))
                .isPresent();
        long written = 0;
        Thread watch = Thread.startVirtualThread(() -> closeLate(body));
        try (InputStream content = packed ? new GZIPInputStream(body, BUFFER_BYTES) : body;
                OutputStream out = Files.newOutputStream(target)) {
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
                written += read;
                if (written > limits.bytes()) {
                    throw new OutboundRefusedException(
                            address + ": more than " + limits.bytes() + " bytes; nothing was taken.");
                }
                out.write(buffer, 0, read);
            }
        } catch (OutboundRefusedException e) {
            throw e;
        } catch (IOException e) {
            throw new OutboundRefusedException(address + ": broke off or took longer than "
                    + limits.whole().toSeconds() + " s; nothing was taken.");
        } finally {
            watch.interrupt();
        }
        return written;
    }

    /// Ends a body that does not come to its end.
    private void closeLate(InputStream body) {
        try {
            Thread.sleep(limits.whole());
            body.close();
        } catch (InterruptedException | IOException _) {
            // Interrupted: the body is complete. Closed: so is what this thread was for.
        }
    }

    private static Map<String, String> headers(HttpResponse<?> response) {
        Map<String, String> first = new java.util.TreeMap<>();
        response.headers().map().forEach((name, values) -> {
            if (!values.isEmpty()) {
                first.put(name.toLowerCase(java.util.Locale.ROOT), values.getFirst());
            }
        });
        return first;
    }

    @Override
    public void close() {
        client.close();
    }
}
