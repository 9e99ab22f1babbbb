package de.stadtgraph.w3c;

import de.stadtgraph.http.Fixture;
import de.stadtgraph.http.HttpLimits;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.ResultCache;
import de.stadtgraph.http.Running;
import de.stadtgraph.http.sparql.SparqlRoutes;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.query.Spools;
import de.stadtgraph.query.stored.StoredQueries;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;

/// The endpoint on a free port over the data of the test at hand.
final class QueryServer implements AutoCloseable {
    private final AtomicReference<TestGeneration> data = new AtomicReference<>();
    private final HttpClient client = HttpClient.newHttpClient();
    private final Running server;

    QueryServer() throws IOException {
        data.set(TestGeneration.of(1, DatasetGraphFactory.create()));
        var gate = new QueryGate(QueryLimits.defaults(2), Fixture.IRIS.base());
        var transfer = new QueryTransfer(gate, Spools.defaults(), new ResultCache(1 << 20), HttpLimits.DEFAULT);
        server = new Running(front -> SparqlRoutes.of(front, gate, transfer, StoredQueries.none()), data::get);
    }

    String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /// Serves other data from now on, as a state of their own.
    void show(DatasetGraph graphs) throws IOException {
        TestGeneration last = data.get();
        data.set(TestGeneration.of(last.state() + 1, graphs));
        last.end();
    }

    HttpResponse<byte[]> send(HttpRequest request) throws IOException, InterruptedException {
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }

    /// Asks a query, posted as it is.
    HttpResponse<byte[]> ask(String query, String format) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(URI.create(address() + "/sparql?format=" + format))
                .header("Content-Type", "application/sparql-query")
                .timeout(Duration.ofSeconds(20))
                .POST(BodyPublishers.ofString(query))
                .build());
    }

    @Override
    public void close() {
        client.close();
        server.close();
    }
}
