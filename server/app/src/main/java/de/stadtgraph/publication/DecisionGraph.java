package de.stadtgraph.publication;

import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import java.time.Instant;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/// A decision as a `jmo:PublicationDecision` with its reasons (PROV-O, section 3.1). Stateless.
final class DecisionGraph {
    private DecisionGraph() {}

    static Graph of(Candidate candidate, PublicationDecision decision, String id, Instant time) {
        CityIris iris = base(candidate);
        Graph graph = GraphFactory.createDefaultGraph();
        Node node = iris.activity("decision-" + candidate.dataset().slug() + "-" + id);
        graph.add(Triple.create(node, Rdf.TYPE, Jmo.PUBLICATION_DECISION));
        graph.add(Triple.create(node, Rdf.TYPE, Prov.ACTIVITY));
        graph.add(Triple.create(node, Prov.USED, candidate.dataset().node()));
        graph.add(Triple.create(
                node, Jmo.OUTCOME, NodeFactory.createURI(iris.iri("kos/publication-outcome/" + decision.notation()))));
        graph.add(Triple.create(node, Prov.ENDED_AT_TIME, time(time)));
        for (Finding reason : decision.reasons()) {
            String line = reason.rule() + " (" + reason.count() + "): ";
            graph.add(Triple.create(
                    node, Rdfs.COMMENT, text(line + reason.message().de(), "de")));
            graph.add(Triple.create(
                    node, Rdfs.COMMENT, text(line + reason.message().en(), "en")));
        }
        candidate
                .versions()
                .forEach((what, version) -> graph.add(
                        Triple.create(node, Dct.CONFORMS_TO, NodeFactory.createLiteralString(what + " " + version))));
        return graph;
    }

    static CityIris base(Candidate candidate) {
        String iri = candidate.dataset().node().getURI();
        return new CityIris(iri.substring(0, iri.indexOf('/', iri.indexOf("://") + 3) + 1));
    }

    static Node time(Instant time) {
        return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
    }

    private static Node text(String text, String language) {
        return NodeFactory.createLiteralLang(text, language);
    }
}
