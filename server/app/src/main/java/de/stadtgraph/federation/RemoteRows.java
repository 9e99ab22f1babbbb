package de.stadtgraph.federation;

import java.util.HashMap;
import java.util.Map;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.eclipse.rdf4j.model.BNode;
import org.eclipse.rdf4j.model.IRI;
import org.eclipse.rdf4j.model.Literal;
import org.eclipse.rdf4j.model.Value;
import org.eclipse.rdf4j.query.BindingSet;

/// RDF4J's terms as Jena's. One answer; a blank node in it is one thing throughout, and no other answer's.
final class RemoteRows {
    private final Map<String, Node> blanks = new HashMap<>();

    Binding row(BindingSet row) {
        BindingBuilder builder = Binding.builder();
        row.forEach(value -> builder.add(Var.alloc(value.getName()), node(value.getValue())));
        return builder.build();
    }

    private Node node(Value value) {
        return switch (value) {
            case IRI iri -> NodeFactory.createURI(iri.stringValue());
            case BNode blank -> blanks.computeIfAbsent(blank.getID(), _ -> NodeFactory.createBlankNode());
            case Literal literal -> literal(literal);
            default -> throw new IllegalArgumentException("no term of RDF 1.1: " + value);
        };
    }

    private static Node literal(Literal literal) {
        return literal.getLanguage()
                .map(language -> NodeFactory.createLiteralLang(literal.getLabel(), language))
                .orElseGet(() -> NodeFactory.createLiteralDT(
                        literal.getLabel(),
                        TypeMapper.getInstance()
                                .getSafeTypeByName(literal.getDatatype().stringValue())));
    }
}
