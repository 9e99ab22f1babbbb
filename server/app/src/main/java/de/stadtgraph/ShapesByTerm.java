package de.stadtgraph;

import de.stadtgraph.http.TermShapes;
import de.stadtgraph.validation.ShapeDescription;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Sh;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// The shapes of the checkout by the terms of the ontology that they name: as target, path or class, or in the text of
/// a query. Immutable.
final class ShapesByTerm implements TermShapes {
    private static final Node SEVERITY = NodeFactory.createURI(Sh.NAMESPACE + "severity");
    private static final Node SELECT = NodeFactory.createURI(Sh.NAMESPACE + "select");
    private static final Pattern SHORT = Pattern.compile("\\bjmo:([A-Za-z][A-Za-z0-9]*)");

    private final Map<String, List<TermShape>> shapes = new HashMap<>();

    ShapesByTerm(Shapes families) {
        for (ShapeFamily family : families.families()) {
            for (ShapeDescription shape : family.shapes()) {
                var told = new TermShape(family.name() + "#" + shape.localName(), shape.name(), shape.message());
                terms(family, shape.iri())
                        .forEach(term -> shapes.computeIfAbsent(term, _ -> new ArrayList<>())
                                .add(told));
            }
        }
    }

    private static Set<String> terms(ShapeFamily family, Node shape) {
        Set<String> terms = new HashSet<>();
        family.definition(shape).find().forEachRemaining(statement -> add(terms, statement));
        return terms;
    }

    private static void add(Set<String> terms, Triple statement) {
        Node object = statement.getObject();
        if (object.isURI() && !statement.getPredicate().equals(SEVERITY)) {
            terms.add(object.getURI());
        } else if (statement.getPredicate().equals(SELECT)) {
            Matcher names = SHORT.matcher(object.getLiteralLexicalForm());
            while (names.find()) {
                terms.add(CityIris.ONTOLOGY + "#" + names.group(1));
            }
        }
    }

    @Override
    public List<TermShape> of(String term) {
        return shapes.getOrDefault(term, List.of());
    }
}
