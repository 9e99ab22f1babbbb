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
        Node thing = find(visit, path);
        Optional<String> successor = Successors.of(visit, thing);
        if (successor.isPresent()) {
            visit.context().header("Location", Headers.encoded(successor.get()) + kept(visit));
            visit.context().header("Cache-Control", Caching.REDIRECT.value()).status(301);
            return;
        }
        visit.context().header("Vary", "Accept");
        visit.context().header("Cache-Control", Caching.REDIRECT.value());
        visit.context().header("Location", Headers.encoded(document) + kept(visit));
        visit.context().status(303);
    }

    /// The IRI behind a path, in the spelling that the data have.
    ///
    /// @throws ServerException `gone` or `not-found` when the state does not know it
    static Node find(Visit visit, String path) {
        return known(visit, path).orElseThrow(() -> missing(visit, candidates(visit, path)));
    }

    /// The IRI behind a path, if the state knows it.
    static Optional<Node> known(Visit visit, String path) {
        var describer = new Describer(visit.generation().data());
        boolean hasKey = path.startsWith("/kos/") || path.indexOf('/', "/id/".length()) > 0;
        return hasKey
                ? candidates(visit, path).stream().filter(describer::isKnown).findFirst()
                : Optional.empty();
    }

    /// What is left of the thing behind a path that the state does not know.
    static Optional<Tombstone> tombstone(Visit visit, String path) {
        return candidates(visit, path).stream()
                .flatMap(node -> Tombstone.of(visit, node.getURI()).stream())
                .findFirst();
    }

    private static List<Node> candidates(Visit visit, String path) {
        return Spelling.of(path.substring(1)).stream()
                .map(spelling -> NodeFactory.createURI(visit.site().iris().iri(spelling)))
                .toList();
    }

    private static ServerException missing(Visit visit, List<Node> candidates) {
        return candidates.stream()
                .flatMap(node -> Tombstone.of(visit, node.getURI()).stream())
                .findFirst()
                .map(Tombstone::problem)
                .orElseGet(() -> unknown(visit, candidates.getFirst().getURI()));
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
