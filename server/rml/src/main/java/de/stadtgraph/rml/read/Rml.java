package de.stadtgraph.rml.read;

/// The words of RML (<http://w3id.org/rml/>), of CSVW and of our own small addition.
final class Rml {
    static final String NAMESPACE = "http://w3id.org/rml/";
    static final String CSVW = "http://www.w3.org/ns/csvw#";
    static final String SG = "https://w3id.org/stadtgraph/rml#";
    static final String D2RQ = "http://www.wiwiss.fu-berlin.de/suhl/bizer/D2RQ/0.1#";
    static final String FORMATS = "http://www.w3.org/ns/formats/";
    static final String TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
    static final String LABEL = "http://www.w3.org/2000/01/rdf-schema#label";

    private Rml() {}

    /// The IRI of a word of RML.
    static String rml(String word) {
        return NAMESPACE + word;
    }

    static String csvw(String word) {
        return CSVW + word;
    }

    static String d2rq(String word) {
        return D2RQ + word;
    }

    static String sg(String word) {
        return SG + word;
    }
}
