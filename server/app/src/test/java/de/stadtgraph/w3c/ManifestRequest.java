package de.stadtgraph.w3c;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// A request as a manifest of the SPARQL protocol writes it down.
record ManifestRequest(Suite suite, Node node) {
    private static final Node CHARS = NodeFactory.createURI(Suite.CNT + "chars");
    private static final Node ENCODING = NodeFactory.createURI(Suite.CNT + "characterEncoding");

    String method() {
        return suite.text(node, Suite.ht("methodName"));
    }

    /// The request to a server whose address takes the place of the manifest's `www.example`.
    HttpRequest at(String server) {
        return to(server + path());
    }

    /// The same to another address of an endpoint.
    HttpRequest at(String server, String endpoint) {
        return to(server + path().replaceFirst("^/sparql/?", endpoint));
    }

    private HttpRequest to(String address) {
        var builder = HttpRequest.newBuilder(URI.create(address));
        for (Node headers : suite.values(node, Suite.ht("headers"))) {
            for (Node header : suite.list(headers)) {
                builder.header(suite.text(header, Suite.ht("fieldName")), suite.text(header, Suite.ht("fieldValue")));
            }
        }
        return builder.method(method(), body()).build();
    }

    String path() {
        return suite.text(node, Suite.ht("absolutePath"));
    }

    private HttpRequest.BodyPublisher body() {
        return suite.value(node, Suite.ht("body"))
                .map(body -> BodyPublishers.ofByteArray(suite.text(body, CHARS).getBytes(encoding(body))))
                .orElse(BodyPublishers.noBody());
    }

    private Charset encoding(Node body) {
        return suite.value(body, ENCODING)
                .map(name -> Charset.forName(name.getLiteralLexicalForm()))
                .orElse(StandardCharsets.UTF_8);
    }
}
