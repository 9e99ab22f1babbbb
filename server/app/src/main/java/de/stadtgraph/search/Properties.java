package de.stadtgraph.search;

import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// What properties mean to the search. Stateless.
final class Properties {
    static final String JMO = "https://data.jena.de/def/municipal#";
    static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");

    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String DCT = "http://purl.org/dc/terms/";

    static final Node PREF_LABEL = NodeFactory.createURI(SKOS + "prefLabel");
    static final Node IN_SCHEME = NodeFactory.createURI(SKOS + "inScheme");

    /// The first are those that are shown.
    static final Set<String> LABELS = Set.of(
            SKOS + "prefLabel",
            RDFS + "label",
            DCT + "title",
            "http://xmlns.com/foaf/0.1/name",
            "http://schema.org/name",
            SKOS + "altLabel",
            SKOS + "hiddenLabel");

    static final Set<String> HIDDEN_LABELS = Set.of(SKOS + "altLabel", SKOS + "hiddenLabel");
    static final Set<String> CODES = Set.of(SKOS + "notation", DCT + "identifier");
    static final Set<String> DISTRICTS = Set.of(JMO + "withinDistrict", JMO + "withinOrtsteil");

    private Properties() {}

    /// Whether it is a concept: things that link to it are found by its label.
    static boolean isConcept(String iri) {
        return iri.contains("/kos/");
    }

    /// Whether it is a concept or a term: the words of its labels are parts of compound words, and it comes first.
    static boolean isTerm(String iri) {
        return isConcept(iri) || iri.contains("/def/");
    }

    /// Whether it is a thing and not only a part of one.
    static boolean isWhole(String iri) {
        return !iri.contains("/.well-known/genid/") && (iri.indexOf('#') < 0 || iri.startsWith(JMO));
    }

    /// The end of an IRI, which is a code of the thing.
    static String code(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
    }
}
