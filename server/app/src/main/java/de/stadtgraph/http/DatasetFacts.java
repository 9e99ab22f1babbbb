package de.stadtgraph.http;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Foaf;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// What a page says about who is behind a dataset, read from its description. Immutable.
///
/// @param licence IRI of the licence of its distributions
/// @param publisher name of the publisher
/// @param contact name of the contact
/// @param email address of the contact, with its scheme
public record DatasetFacts(
        Optional<String> licence, Optional<Text> publisher, Optional<Text> contact, Optional<String> email) {
    private static final String VCARD = "http://www.w3.org/2006/vcard/ns#";

    public static DatasetFacts of(Dataset dataset) {
        Graph record = dataset.record();
        Node node = dataset.node();
        Optional<Node> licence = Values.all(record, node, Dcat.DISTRIBUTION).stream()
                .flatMap(file -> Values.any(record, file, Dct.LICENSE).stream())
                .findFirst()
                .or(() -> Values.any(record, node, Dct.LICENSE));
        Optional<Node> contact = Values.any(record, node, Dcat.CONTACT_POINT);
        return new DatasetFacts(
                licence.filter(Node::isURI).map(Node::getURI),
                Values.any(record, node, Dct.PUBLISHER).flatMap(agent -> Values.text(record, agent, Foaf.NAME)),
                contact.flatMap(card -> Values.text(record, card, vcard("fn"))),
                contact.flatMap(card -> Values.any(record, card, vcard("hasEmail")))
                        .filter(Node::isURI)
                        .map(Node::getURI)
                        .filter(Hrefs::isSafe));
    }

    /// The last parts of the licence's address: `dl-by-de/2.0`.
    public String licenceName() {
        String iri = licence.orElse("");
        return iri.startsWith("http://dcat-ap.de/def/licenses/")
                ? iri.substring("http://dcat-ap.de/def/licenses/".length())
                : iri;
    }

    private static Node vcard(String name) {
        return NodeFactory.createURI(VCARD + name);
    }
}
