package de.stadtgraph.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Reads from the graph what the index keeps of a thing: labels, codes, texts, classes, place. One builder, one thread;
/// the labels of concepts that things link to are kept.
final class IndexContent {
    private static final String RDFS = "http://www.w3.org/2000/01/rdf-schema#";
    private static final String SKOS = "http://www.w3.org/2004/02/skos/core#";
    private static final String DCT = "http://purl.org/dc/terms/";
    private static final String JMO = "https://data.jena.de/def/municipal#";
    private static final Node TYPE = NodeFactory.createURI("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    private static final Node PREF_LABEL = NodeFactory.createURI(SKOS + "prefLabel");
    private static final Set<String> LABELS = Set.of(
            SKOS + "prefLabel",
            RDFS + "label",
            DCT + "title",
            "http://xmlns.com/foaf/0.1/name",
            "http://schema.org/name");
    private static final Set<String> OTHER_LABELS = Set.of(SKOS + "altLabel", SKOS + "hiddenLabel");
    private static final Set<String> CODES = Set.of(SKOS + "notation", DCT + "identifier");
    private static final Set<String> DISTRICTS = Set.of(JMO + "withinDistrict", JMO + "withinOrtsteil");
    private static final int TEXT_CHARACTERS = 2000;
    private static final int KEPT_LABELS = 50_000;

    private final DatasetGraph data;
    private final String graphs;
    private final Map<Node, List<Node>> linked = new HashMap<>();

    /// @param graphs what the names of graphs begin with; the rest is the slug of the dataset
    IndexContent(DatasetGraph data, String graphs) {
        this.data = data;
        this.graphs = graphs;
    }

    /// What is kept of one thing.
    static final class Kept {
        final List<Node> labels = new ArrayList<>();
        final List<Node> otherLabels = new ArrayList<>();
        final List<String> codes = new ArrayList<>();
        final List<Node> texts = new ArrayList<>();
        final Set<String> types = new LinkedHashSet<>();
        final Set<String> datasets = new LinkedHashSet<>();
        final Set<String> districts = new LinkedHashSet<>();
        String scheme = "";

        boolean isFindable() {
            return !types.isEmpty() && (!labels.isEmpty() || !codes.isEmpty());
        }
    }

    /// The things of the state: subjects with a class, parts of things excluded.
    Set<Node> things() {
        return whole(data.findNG(Node.ANY, Node.ANY, TYPE, Node.ANY));
    }

    /// All of which a dataset says something, parts of things excluded.
    Set<Node> subjects(String dataset) {
        return whole(data.findNG(NodeFactory.createURI(graphs + dataset), Node.ANY, Node.ANY, Node.ANY));
    }

    private static Set<Node> whole(Iterator<Quad> quads) {
        Set<Node> things = new LinkedHashSet<>();
        while (quads.hasNext()) {
            Node thing = quads.next().getSubject();
            if (thing.isURI() && isWhole(thing.getURI())) {
                things.add(thing);
            }
        }
        return things;
    }

    private static boolean isWhole(String iri) {
        return !iri.contains("/.well-known/genid/") && (iri.indexOf('#') < 0 || iri.startsWith(JMO));
    }

    /// Whether the words of its labels are parts of compound words: those of concepts and terms.
    static boolean isWord(Node thing) {
        return thing.getURI().contains("/kos/") || thing.getURI().contains("/def/");
    }

    /// Whether a dataset has labels by which other things are found that link to what they name.
    boolean lendsLabels(String dataset) {
        return data.findNG(NodeFactory.createURI(graphs + dataset), Node.ANY, PREF_LABEL, Node.ANY)
                .hasNext();
    }

    private Optional<String> dataset(Quad quad) {
        String graph = quad.getGraph().toString();
        return graph.startsWith(graphs) ? Optional.of(graph.substring(graphs.length())) : Optional.empty();
    }

    Kept of(Node thing) {
        var kept = new Kept();
        Iterator<Quad> quads = data.findNG(Node.ANY, thing, Node.ANY, Node.ANY);
        while (quads.hasNext()) {
            Quad quad = quads.next();
            add(kept, quad.getPredicate().getURI(), quad.getObject());
            dataset(quad).ifPresent(kept.datasets::add);
        }
        String iri = thing.getURI();
        kept.codes.add(iri.substring(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1));
        return kept;
    }

    private void add(Kept kept, String property, Node value) {
        if (value.isURI()) {
            link(kept, property, value);
        } else if (value.isLiteral()) {
            literal(kept, property, value);
        }
    }

    private void link(Kept kept, String property, Node value) {
        if (property.equals(TYPE.getURI())) {
            kept.types.add(value.getURI());
        } else if (property.equals(SKOS + "inScheme")) {
            kept.scheme = value.getURI();
        } else if (DISTRICTS.contains(property)) {
            kept.districts.add(value.getURI());
            kept.texts.addAll(labels(value));
        } else if (value.getURI().contains("/kos/")) {
            kept.texts.addAll(labels(value));
        }
    }

    private static void literal(Kept kept, String property, Node value) {
        String text = value.getLiteralLexicalForm();
        String datatype = value.getLiteralDatatypeURI();
        boolean words = datatype.endsWith("#string") || datatype.endsWith("#langString");
        if (LABELS.contains(property)) {
            kept.labels.add(value);
        } else if (OTHER_LABELS.contains(property)) {
            kept.otherLabels.add(value);
        } else if (CODES.contains(property)) {
            kept.codes.add(text);
        } else if (words && text.length() <= TEXT_CHARACTERS) {
            kept.texts.add(value);
        }
    }

    private List<Node> labels(Node concept) {
        if (linked.size() > KEPT_LABELS) {
            linked.clear();
        }
        return linked.computeIfAbsent(concept, this::readLabels);
    }

    private List<Node> readLabels(Node concept) {
        List<Node> labels = new ArrayList<>();
        Iterator<Quad> quads = data.findNG(Node.ANY, concept, PREF_LABEL, Node.ANY);
        while (quads.hasNext()) {
            Node label = quads.next().getObject();
            if (label.isLiteral()) {
                labels.add(label);
            }
        }
        return labels;
    }
}
