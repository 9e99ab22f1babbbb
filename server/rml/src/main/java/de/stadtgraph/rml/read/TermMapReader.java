package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;
import static de.stadtgraph.rml.read.Rml.sg;

import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.Constant;
import de.stadtgraph.rml.rules.ExpressionMap.FreshNode;
import de.stadtgraph.rml.rules.GatherMap;
import de.stadtgraph.rml.rules.ObjectRule;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TermType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.jspecify.annotations.Nullable;

/// Reads term maps and checks that each may make the terms of its place (RML-Core, "term maps").
final class TermMapReader {
    private final MappingGraph graph;
    private final ExpressionReader expressions;
    private final OriginReader origins;
    private final GatherReader gathers;

    /// Where in a statement a term stands.
    enum Place {
        SUBJECT("subject"),
        PREDICATE("predicate"),
        OBJECT("object"),
        GRAPH("graph");

        private final String word;

        Place(String word) {
            this.word = word;
        }

        String shortcut() {
            return word;
        }

        String map() {
            return word + "Map";
        }
    }

    TermMapReader(MappingGraph graph, ExpressionReader expressions, OriginReader origins) {
        this.graph = graph;
        this.expressions = expressions;
        this.origins = origins;
        this.gathers = new GatherReader(graph, this);
    }

    /// All term maps of a place: shortcuts and maps, in the order of the file.
    List<TermMap> all(Node node, Place place) {
        List<TermMap> maps = new ArrayList<>();
        for (MappingGraph.Stated stated : graph.about(node)) {
            if (stated.predicate().equals(rml(place.shortcut()))) {
                maps.add(constant(stated.object(), place, stated.line()));
            } else if (stated.predicate().equals(rml(place.map()))) {
                maps.add(read(stated, place));
            }
        }
        return maps;
    }

    /// What a statement with `rml:object`, `rml:objectMap` or `rml:gather` says.
    ObjectRule objectRule(MappingGraph.Stated stated) {
        if (stated.predicate().equals(rml("object"))) {
            return new ObjectRule.TermObject(constant(stated.object(), Place.OBJECT, stated.line()));
        }
        Node node = stated.object();
        var parent = graph.one(node, rml("parentTriplesMap"));
        if (parent.isEmpty()) {
            return new ObjectRule.TermObject(read(stated, Place.OBJECT));
        }
        if (!graph.has(parent.get().object(), rml("logicalSource"))) {
            throw new RuleException("no-parent", parent.get().line(), "rml:parentTriplesMap points to no triples map");
        }
        return new ObjectRule.RefObjectMap(
                graph.name(parent.get().object()),
                origins.conditions(node),
                parent.get().line());
    }

    private static TermMap constant(Node value, Place place, long line) {
        TermType type = value.isLiteral() ? TermType.LITERAL : value.isBlank() ? TermType.BLANK_NODE : TermType.IRI;
        return checked(TermMap.constant(value, type, line), place);
    }

    /// Reads the map that a statement points to.
    TermMap read(MappingGraph.Stated stated, Place place) {
        Node node = stated.object();
        long line = graph.line(node) == 0 ? stated.line() : graph.line(node);
        Optional<ExpressionMap> found = expressions.find(node);
        ExpressionMap expression = found.orElseGet(FreshNode::new);
        ExpressionMap datatype = datatype(node, line);
        ExpressionMap language = language(node);
        if (datatype != null && language != null) {
            throw new RuleException("datatype-and-language", line, "rml:datatype and rml:language exclude each other");
        }
        GatherMap gather = gathers.read(node).orElse(null);
        TermType type =
                type(node, gather == null ? place : Place.SUBJECT, expression, datatype != null || language != null);
        if (gather != null && expression instanceof FreshNode) {
            type = TermType.BLANK_NODE;
        }
        boolean plain = graph.isLegacy() && type == TermType.LITERAL && datatype == null && language == null;
        if (plain && !(expression instanceof Constant)) {
            // The first RML knew no natural datatypes: a number of JSON was a plain literal.
            datatype = new Constant(NodeFactory.createURI(XSDDatatype.XSDstring.getURI()));
        }
        if (found.isEmpty() && type != TermType.BLANK_NODE) {
            throw new RuleException(
                    "no-expression",
                    line,
                    "rml:constant, rml:reference, rml:template or rml:functionExecution is missing");
        }
        if ((datatype != null || language != null) && type != TermType.LITERAL) {
            throw new RuleException("no-literal", line, "only literals have a datatype or language");
        }
        if (gather != null && type == TermType.LITERAL) {
            throw new RuleException("gather", line, "a list or container is an IRI or a blank node, no literal");
        }
        return checked(
                new TermMap(expression, type, datatype, language, condition(node), gather, isStrict(node), line),
                place);
    }

    /// Whether a value that is rejected rejects its record.
    private boolean isStrict(Node node) {
        Optional<MappingGraph.Stated> stated = graph.one(node, sg("onRejectedValue"));
        return stated.isPresent()
                && switch (MappingGraph.text(stated.get())) {
                    case "record" -> true;
                    case "value" -> false;
                    default ->
                        throw new RuleException(
                                "on-rejected-value",
                                stated.get().line(),
                                "sg:onRejectedValue wants \"record\" or \"value\"");
                };
    }

    private @Nullable ExpressionMap datatype(Node node, long line) {
        ExpressionMap datatype = expressions
                .shortcut(node, "datatype", "datatypeMap")
                .or(() -> graph.one(node, rml("datatype")).map(given -> new Constant(given.object())))
                .orElse(null);
        if (datatype instanceof Constant constant && !constant.value().isURI()) {
            throw new RuleException("iri-expected", line, "rml:datatype wants an IRI");
        }
        return datatype;
    }

    private @Nullable ExpressionMap language(Node node) {
        return expressions
                .shortcut(node, "language", "languageMap")
                .or(() -> graph.one(node, rml("language"))
                        .map(given -> new Constant(NodeFactory.createLiteralString(MappingGraph.text(given)))))
                .orElse(null);
    }

    private @Nullable ExpressionMap condition(Node node) {
        return graph.one(node, rml("condition"))
                .map(stated -> expressions.read(stated.object()))
                .orElse(null);
    }

    private TermType type(Node node, Place place, ExpressionMap expression, boolean literal) {
        Optional<MappingGraph.Stated> stated = graph.one(node, rml("termType"));
        if (stated.isPresent()) {
            return named(MappingGraph.iri(stated.get()), stated.get().line());
        }
        if (expression instanceof Constant constant) {
            return constant.value().isLiteral()
                    ? TermType.LITERAL
                    : constant.value().isBlank() ? TermType.BLANK_NODE : TermType.IRI;
        }
        if (place != Place.OBJECT) {
            return TermType.IRI;
        }
        return literal || !(expression instanceof ExpressionMap.Template) ? TermType.LITERAL : TermType.IRI;
    }

    private static TermType named(String iri, long line) {
        return switch (MappingGraph.word(iri)) {
            case "rml:IRI" -> TermType.IRI;
            case "rml:URI" -> TermType.URI;
            case "rml:UnsafeIRI", "rml:UnsafeURI" -> TermType.UNSAFE_IRI;
            case "rml:BlankNode" -> TermType.BLANK_NODE;
            case "rml:Literal" -> TermType.LITERAL;
            default -> throw new RuleException("term-type", line, "there is no term type " + MappingGraph.word(iri));
        };
    }

    private static TermMap checked(TermMap map, Place place) {
        boolean allowed = switch (place) {
            case SUBJECT -> map.type() != TermType.LITERAL;
            case PREDICATE -> map.type().isIri() && map.gather() == null;
            case OBJECT -> true;
            case GRAPH -> map.type() != TermType.LITERAL && map.gather() == null;
        };
        if (!allowed) {
            throw new RuleException(
                    "term-type",
                    map.line(),
                    "a " + place.shortcut() + " cannot be a "
                            + map.type()
                                    .name()
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .replace('_', ' '));
        }
        if (map.expression() instanceof Constant constant && !fits(constant.value(), map.type())) {
            throw new RuleException(
                    "term-type", map.line(), "the constant of this " + place.shortcut() + " is not of its term type");
        }
        return map;
    }

    private static boolean fits(Node constant, TermType type) {
        return switch (type) {
            case IRI, URI, UNSAFE_IRI -> constant.isURI();
            case BLANK_NODE -> constant.isBlank();
            case LITERAL -> constant.isLiteral();
        };
    }
}
