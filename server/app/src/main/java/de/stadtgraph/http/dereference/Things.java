package de.stadtgraph.http.dereference;

import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.Caching;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Things and concepts: 303 to the document about them (Cool URIs for the Semantic Web, section 4.2).
final class Things {

    /// Answers `/id/…` and `/kos/…`.
    void redirect(Visit visit) {
        String path = visit.context().req().getRequestURI();
        String document = path.startsWith("/id/") ? "/doc/" + path.substring("/id/".length()) : "/doc" + path;
        ContentNegotiation.choose(visit.context(), MediaTypes.DOCUMENT, Optional.empty(), document);
        find(visit, path);
        visit.context().header("Vary", "Accept");
        visit.context().header("Cache-Control", Caching.REDIRECT.value());
        visit.context().header("Location", Headers.encoded(document) + kept(visit));
        visit.context().status(303);
    }

    /// The IRI behind a path, in the spelling that the data have.
    static Node find(Visit visit, String path) {
        var describer = new Describer(visit.generation().data());
        boolean hasKey = path.startsWith("/kos/") || path.indexOf('/', "/id/".length()) > 0;
        List<Node> candidates = Spelling.of(path.substring(1)).stream()
                .map(spelling -> NodeFactory.createURI(visit.site().iris().iri(spelling)))
                .toList();
        return candidates.stream()
                .filter(node -> hasKey && describer.isKnown(node))
                .findFirst()
                .orElseThrow(() -> unknown(visit, candidates.getFirst().getURI()));
    }

    private static ServerException unknown(Visit visit, String iri) {
        List<String> near = NearMatches.of(visit.generation().data(), iri).stream()
                .map(found -> visit.hrefs().local(found).orElse(found))
                .toList();
        return new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                                "Zu " + iri + " ist im Datenstand nichts bekannt.",
                                "Nothing is known of " + iri + " in this state."))
                .with("iri", iri)
                .with("suggestions", near);
    }

    private static String kept(Visit visit) {
        StringBuilder query = new StringBuilder();
        for (String name : List.of("format", "lang")) {
            String value = visit.context().queryParam(name);
            if (value != null) {
                query.append(query.isEmpty() ? "?" : "&")
                        .append(name)
                        .append('=')
                        .append(Addresses.encode(value));
            }
        }
        return query.toString();
    }
}
