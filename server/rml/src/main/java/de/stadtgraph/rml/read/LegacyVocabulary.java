package de.stadtgraph.rml.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The words of R2RML and of the first RML, by the words of today that mean the same. Stateless.
final class LegacyVocabulary {
    static final String RR = "http://www.w3.org/ns/r2rml#";
    static final String OLD_RML = "http://semweb.mmlab.be/ns/rml#";
    static final String QL = "http://semweb.mmlab.be/ns/ql#";
    static final String FNML = "http://semweb.mmlab.be/ns/fnml#";

    private static final Map<String, String> RENAMED =
            Map.of(RR + "column", "reference", RR + "logicalTable", "logicalSource");

    private LegacyVocabulary() {}

    /// Whether the IRI is a word of one of them.
    static boolean has(String iri) {
        return List.of(RR, OLD_RML, QL, FNML).stream().anyMatch(iri::startsWith);
    }

    /// Today's word, or nothing for other IRIs.
    static Optional<String> today(String iri) {
        for (String old : List.of(RR, OLD_RML, QL, FNML)) {
            if (iri.startsWith(old)) {
                return Optional.of(Rml.rml(RENAMED.getOrDefault(iri, iri.substring(old.length()))));
            }
        }
        return Optional.empty();
    }

    /// The node with today's word.
    static Node today(Node node) {
        return node.isURI() ? today(node.getURI()).map(NodeFactory::createURI).orElse(node) : node;
    }

    /// JSONPath as RFC 9535 writes it: users of the first RML wrote `$.[*]`.
    static String path(String text) {
        return text.replace("$.[", "$[");
    }
}
