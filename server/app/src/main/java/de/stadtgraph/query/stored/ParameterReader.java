package de.stadtgraph.query.stored;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.TypeMapper;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.expr.NodeValue;

/// Reads one value of one parameter as an RDF node. One request.
final class ParameterReader {
    private static final int TEXT_CHARACTERS = 1000;
    private static final int IRI_CHARACTERS = 2000;
    private static final int LOOKED_AT = 100_000;
    private static final String IRI = "[A-Za-z][A-Za-z0-9+.-]*:[^\\s<>\"{}|\\\\^`\\x00-\\x20]+";
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    private static final Node IN_SCHEME = NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#inScheme");
    private static final String ONTOLOGY = "https://data.jena.de/def/municipal#";

    private final DatasetGraph data;
    private final String base;

    ParameterReader(DatasetGraph data, String base) {
        this.data = data;
        this.base = base;
    }

    Node read(Parameter parameter, String value) {
        return switch (parameter.type()) {
            case ParameterType.Words(Optional<String> language) -> words(parameter, value, language);
            case ParameterType.AnyIri() -> iri(parameter, value);
            case ParameterType.Concept(String scheme) -> concept(parameter, value, scheme);
            case ParameterType.Thing(String type) -> thing(parameter, value, type);
            case ParameterType.Typed(String datatype) -> typed(parameter, value, datatype);
        };
    }

    private static Node words(Parameter parameter, String value, Optional<String> language) {
        if (value.length() > TEXT_CHARACTERS) {
            throw invalid(parameter, value.substring(0, 50) + " …", "");
        }
        oneOf(parameter, value);
        return language.map(tag -> NodeFactory.createLiteralLang(value, tag))
                .orElseGet(() -> NodeFactory.createLiteralString(value));
    }

    private static Node iri(Parameter parameter, String value) {
        if (value.length() > IRI_CHARACTERS || !value.matches(IRI)) {
            throw invalid(parameter, value, "");
        }
        oneOf(parameter, value);
        return NodeFactory.createURI(value);
    }

    private Node concept(Parameter parameter, String value, String scheme) {
        Node node = value.matches(IRI) ? NodeFactory.createURI(value) : path(parameter, value, "kos/" + scheme + "/");
        if (value.length() > IRI_CHARACTERS
                || !data.findNG(Node.ANY, node, IN_SCHEME, Node.ANY).hasNext()) {
            throw invalid(parameter, value, "");
        }
        return node;
    }

    private Node thing(Parameter parameter, String value, String type) {
        Node wanted = NodeFactory.createURI(type.contains("://") ? type : ONTOLOGY + type.replaceFirst("^jmo:", ""));
        if (value.matches(IRI) && value.length() <= IRI_CHARACTERS) {
            Node node = NodeFactory.createURI(value);
            if (data.findNG(Node.ANY, node, TYPE, wanted).hasNext()) {
                return node;
            }
        } else {
            Optional<Node> found = byKey(value, wanted);
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw invalid(parameter, value, "");
    }

    /// The thing of a class whose IRI ends in a key.
    private Optional<Node> byKey(String key, Node type) {
        Iterator<Quad> things = data.findNG(Node.ANY, Node.ANY, TYPE, type);
        for (int looked = 0; looked < LOOKED_AT && things.hasNext(); looked++) {
            Node thing = things.next().getSubject();
            if (thing.isURI() && thing.getURI().endsWith("/" + key)) {
                return Optional.of(thing);
            }
        }
        return Optional.empty();
    }

    private Node path(Parameter parameter, String value, String folder) {
        if (!value.matches("[A-Za-z0-9._~%/-]{1,200}")) {
            throw invalid(parameter, value, "");
        }
        return NodeFactory.createURI(base + folder + value);
    }

    private static Node typed(Parameter parameter, String value, String datatype) {
        RDFDatatype type = TypeMapper.getInstance().getSafeTypeByName(datatype);
        if (value.length() > TEXT_CHARACTERS || !type.isValid(value)) {
            throw invalid(parameter, value, "");
        }
        oneOf(parameter, value);
        Node node = NodeFactory.createLiteralDT(value, type);
        Optional<String> low = parameter.bounds().min().filter(bound -> compare(node, bound, type) < 0);
        Optional<String> high = parameter.bounds().max().filter(bound -> compare(node, bound, type) > 0);
        if (low.isPresent() || high.isPresent()) {
            throw invalid(parameter, value, range(parameter));
        }
        return node;
    }

    private static int compare(Node value, String bound, RDFDatatype type) {
        Node other = NodeFactory.createLiteralDT(bound, type);
        return NodeValue.compareAlways(NodeValue.makeNode(value), NodeValue.makeNode(other));
    }

    private static String range(Parameter parameter) {
        return parameter.bounds().min().orElse("…") + " – "
                + parameter.bounds().max().orElse("…");
    }

    private static void oneOf(Parameter parameter, String value) {
        List<String> allowed = parameter.bounds().values();
        if (!allowed.isEmpty() && !allowed.contains(value)) {
            throw invalid(parameter, value, String.join(", ", allowed));
        }
    }

    private static ServerException invalid(Parameter parameter, String value, String allowed) {
        String kind = parameter.type().shortName() + (allowed.isEmpty() ? "" : ": " + allowed);
        return new ServerException(
                        ErrorCode.PARAMETER_INVALID,
                        new Text(
                                "„" + value + "“ ist kein Wert für " + parameter.name() + " (" + kind + ").",
                                "“" + value + "” is no value of " + parameter.name() + " (" + kind + ")."))
                .with("parameter", parameter.name())
                .with("value", value)
                .with("allowed", kind);
    }
}
