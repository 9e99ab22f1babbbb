package de.stadtgraph.http.dereference;

import de.stadtgraph.http.Caching;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.Iterator;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// Skolem IRIs (RDF 1.1 Concepts, section 3.5): 303 to the document of the thing that owns the part. Stateless.
final class SkolemIris {
    private static final int DEPTH = 4;

    void redirect(Visit visit) {
        String path = visit.context().req().getRequestURI();
        Node part = NodeFactory.createURI(visit.site().iris().iri(path.substring(1)));
        String fragment = path.substring(path.lastIndexOf('/') + 1);
        Node owner = part;
        for (int depth = 0; depth < DEPTH && owner.getURI().contains("/.well-known/genid/"); depth++) {
            owner = owner(visit, owner);
        }
        String document = visit.hrefs().local(owner.getURI()).orElse("/");
        visit.context().header("Location", Headers.encoded(document) + "#" + fragment);
        visit.context().header("Cache-Control", Caching.REDIRECT.value()).status(303);
    }

    private static Node owner(Visit visit, Node part) {
        Iterator<Quad> quads = visit.generation().data().findNG(Node.ANY, Node.ANY, Node.ANY, part);
        if (!quads.hasNext()) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Zu dieser Adresse ist nichts bekannt.", "Nothing is known of this address."));
        }
        return quads.next().getSubject();
    }
}
