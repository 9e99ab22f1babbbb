package de.stadtgraph.federation;

import de.stadtgraph.net.OutboundAnswer;
import de.stadtgraph.net.OutboundClient;
import de.stadtgraph.net.OutboundRequest;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.http.Header;
import org.apache.http.HttpEntity;
import org.apache.http.HttpEntityEnclosingRequest;
import org.apache.http.HttpHost;
import org.apache.http.HttpRequest;
import org.apache.http.HttpVersion;
import org.apache.http.client.methods.CloseableHttpResponse;
import org.apache.http.client.methods.HttpUriRequest;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.entity.InputStreamEntity;
import org.apache.http.impl.client.CloseableHttpClient;
import org.apache.http.message.BasicHttpResponse;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.EntityUtils;
import org.jspecify.annotations.Nullable;

/// The client that RDF4J is given: it sends through the one outbound client and opens no connection itself.
///
/// Each request says that it was relayed (`Via`, RFC 9110 section 7.6.3), so that two servers which ask each other do
/// not
/// go in circles. Thread-safe.
final class RelayingClient extends CloseableHttpClient {
    private static final Set<String> SENT = Set.of("accept", "content-type");

    private final OutboundClient outbound;

    RelayingClient(OutboundClient outbound) {
        this.outbound = outbound;
    }

    @Override
    protected CloseableHttpResponse doExecute(
            @Nullable HttpHost target, HttpRequest request, @Nullable HttpContext context) throws IOException {
        if (!(request instanceof HttpUriRequest addressed)) {
            throw new IOException("a request without its address");
        }
        try {
            return new Relayed(outbound.send(relayed(addressed)));
        } catch (ServerException refused) {
            throw new IOException(refused.getMessage(), refused); // a redirect to where nobody may be asked
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            var stopped = new InterruptedIOException(addressed.getURI() + ": stopped while waiting");
            stopped.initCause(e);
            throw stopped;
        }
    }

    private static OutboundRequest relayed(HttpUriRequest request) throws IOException {
        Map<String, String> headers = new TreeMap<>(Map.of("Via", Federation.VIA));
        for (Header header : request.getAllHeaders()) {
            if (SENT.contains(header.getName().toLowerCase(Locale.ROOT))) {
                headers.merge(header.getName(), header.getValue(), (one, other) -> one + ", " + other);
            }
        }
        URI target = request.getURI();
        if (!(request instanceof HttpEntityEnclosingRequest enclosing) || enclosing.getEntity() == null) {
            return OutboundRequest.get(target, headers);
        }
        HttpEntity entity = enclosing.getEntity();
        if (entity.getContentType() != null) {
            headers.put("Content-Type", entity.getContentType().getValue());
        }
        return OutboundRequest.post(target, headers, EntityUtils.toByteArray(entity));
    }

    /// An answer as RDF4J reads it.
    private static final class Relayed extends BasicHttpResponse implements CloseableHttpResponse {
        private final OutboundAnswer answer;

        Relayed(OutboundAnswer answer) {
            super(HttpVersion.HTTP_1_1, answer.status(), "");
            this.answer = answer;
            answer.headers().forEach((name, values) -> values.forEach(value -> addHeader(name, value)));
            var entity = new InputStreamEntity(answer.body());
            answer.header("Content-Type").ifPresent(entity::setContentType);
            setEntity(entity);
        }

        @Override
        public void close() throws IOException {
            answer.close();
        }
    }

    /// The outbound client is closed by who made it.
    @Override
    public void close() {}

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public HttpParams getParams() {
        throw new UnsupportedOperationException("nothing is set here");
    }

    @Override
    @Deprecated
    @SuppressWarnings("InlineMeSuggester")
    public ClientConnectionManager getConnectionManager() {
        throw new UnsupportedOperationException("connections are the outbound client's");
    }
}
