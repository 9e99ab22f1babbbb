package de.stadtgraph.http.dereference;

import de.stadtgraph.http.Departed;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Prov;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// What is left of a thing that is gone: the last release that had it. Immutable.
record Tombstone(String iri, Departed departed, Node lastRelease, Optional<Node> firstWithout) {
    private static final Node INVALIDATED = NodeFactory.createURI(Prov.NAMESPACE + "wasInvalidatedBy");

    /// The tombstone of an IRI that the state does not know, if an earlier release had it.
    static Optional<Tombstone> of(Visit visit, String iri) {
        return visit.site().publications().departed(iri).map(departed -> {
            Long current = visit.generation().releases().get(departed.dataset());
            Optional<Node> without = current == null || current <= departed.last()
                    ? Optional.empty()
                    : Optional.of(visit.site().iris().release(departed.dataset(), departed.last() + 1));
            Node last = visit.site().iris().release(departed.dataset(), departed.last());
            return new Tombstone(iri, departed, last, without);
        });
    }

    /// The answer 410 (RFC 9110, section 15.5.11).
    ServerException problem() {
        String release = "/dataset/" + departed.dataset() + "/release/" + departed.last();
        return new ServerException(
                        ErrorCode.GONE,
                        new Text(
                                "Zuletzt enthalten in Freigabe " + departed.last() + " von " + departed.dataset()
                                        + " vom " + departed.time() + ".",
                                "Last contained in release " + departed.last() + " of " + departed.dataset() + " of "
                                        + departed.time() + "."))
                .with("iri", iri)
                .with("lastRelease", release)
                .with("since", departed.time().toString())
                .with("suggestions", List.of(release, "/dataset/" + departed.dataset()));
    }

    /// The same as statements.
    List<Quad> quads() {
        Node thing = NodeFactory.createURI(iri);
        Node time = NodeFactory.createLiteralDT(departed.time().toString(), XSDDatatype.XSDdateTime);
        Quad last = quad(thing, Prov.WAS_DERIVED_FROM, lastRelease);
        Quad when = quad(lastRelease, Dct.ISSUED, time);
        return firstWithout
                .map(release -> List.of(quad(thing, INVALIDATED, release), last, when))
                .orElseGet(() -> List.of(last, when));
    }

    private static Quad quad(Node subject, Node property, Node value) {
        return new Quad(Quad.defaultGraphIRI, subject, property, value);
    }
}
