package de.stadtgraph.http.queries;

import de.stadtgraph.http.Labels;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.stored.Parameter;
import de.stadtgraph.query.stored.ParameterType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// Parameters as fields of a form, with what may be chosen. One request.
final class Fields {
    private static final int MOST_CHOICES = 600;
    private static final Node IN_SCHEME = NodeFactory.createURI("http://www.w3.org/2004/02/skos/core#inScheme");
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    private static final String ONTOLOGY = "https://data.jena.de/def/municipal#";

    private final Visit visit;
    private final Labels labels;

    Fields(Visit visit) {
        this.visit = visit;
        this.labels = visit.labels();
    }

    QueryPage.Field field(Parameter parameter, String value) {
        List<QueryPage.Choice> choices = choices(parameter);
        return new QueryPage.Field(
                parameter.name(),
                parameter.label().in(visit.language()),
                choices.isEmpty() ? kind(parameter.type()) : "select",
                key(choices, value),
                parameter.required(),
                choices);
    }

    /// The choice that a value stands for: a key may be given as an IRI.
    private static String key(List<QueryPage.Choice> choices, String value) {
        return choices.stream()
                .map(QueryPage.Choice::value)
                .filter(choice -> value.equals(choice) || value.endsWith("/" + choice))
                .findFirst()
                .orElse(value);
    }

    private static String kind(ParameterType type) {
        return switch (type) {
            case ParameterType.Typed(String datatype) when datatype.endsWith("#date") -> "date";
            case ParameterType.Typed(String datatype)
            when datatype.endsWith("#integer") || datatype.endsWith("#gYear") -> "number";
            case ParameterType.Typed _, ParameterType.Words _ -> "text";
            case ParameterType.AnyIri _, ParameterType.Concept _, ParameterType.Thing _ -> "text";
        };
    }

    private List<QueryPage.Choice> choices(Parameter parameter) {
        if (!parameter.bounds().values().isEmpty()) {
            return parameter.bounds().values().stream()
                    .map(value -> new QueryPage.Choice(value, value))
                    .toList();
        }
        return switch (parameter.type()) {
            case ParameterType.Concept(String scheme) ->
                nodes(IN_SCHEME, NodeFactory.createURI(visit.site().iris().iri("kos/" + scheme)));
            case ParameterType.Thing(String type) -> {
                String iri = type.contains("://") ? type : ONTOLOGY + type.replaceFirst("^jmo:", "");
                yield nodes(TYPE, NodeFactory.createURI(iri));
            }
            case ParameterType.Typed(String datatype)
            when datatype.endsWith("#boolean") ->
                List.of(
                        new QueryPage.Choice("true", visit.word("sparql.yes")),
                        new QueryPage.Choice("false", visit.word("sparql.no")));
            case ParameterType.Typed _, ParameterType.Words _, ParameterType.AnyIri _ -> List.of();
        };
    }

    /// The subjects of a statement by label; none when they are too many for a list.
    private List<QueryPage.Choice> nodes(Node property, Node object) {
        List<QueryPage.Choice> choices = new ArrayList<>();
        Iterator<Quad> quads = visit.generation().data().findNG(Node.ANY, Node.ANY, property, object);
        while (quads.hasNext()) {
            Node subject = quads.next().getSubject();
            if (choices.size() == MOST_CHOICES || !subject.isURI()) {
                return List.of();
            }
            Optional<Labels.Label> label = labels.find(subject);
            String iri = subject.getURI();
            String key = iri.substring(iri.lastIndexOf('/') + 1);
            choices.add(new QueryPage.Choice(key, label.map(Labels.Label::text).orElse(key)));
        }
        choices.sort(Comparator.comparing(QueryPage.Choice::label, String.CASE_INSENSITIVE_ORDER));
        return choices;
    }
}
