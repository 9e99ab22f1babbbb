package de.stadtgraph.validation;

import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Sh;
import de.stadtgraph.vocabulary.Skos;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;

/// Lints the content of a checkout: `ontologies/`, `shapes/`, `mappings/`, `queries/`.
///
/// Every term of ours that is used exists; every namespace is a known one, spelt as its owner spells it; terms have
/// label
/// and definition, concepts label and notation, shapes name, message and repair hint, in German and English; a term
/// that
/// nothing uses says that it is unstable.
public final class OntologyLint {
    private static final Pattern PREFIX = Pattern.compile("(?i)@?prefix\\s+(\\S*):\\s*<([^>]*)>");
    private static final Pattern TERM = Pattern.compile("(?<![\\w:])jmo:([A-Za-z][A-Za-z0-9]*)");
    private static final Node REPAIR_HINT = NodeFactory.createURI(Jmo.NAMESPACE + "repairHint");
    private static final Node SPARQL = NodeFactory.createURI(Sh.NAMESPACE + "sparql");
    private static final Node SELECT = NodeFactory.createURI(Sh.NAMESPACE + "select");
    private static final Node TOP_CONCEPT_OF = NodeFactory.createURI(Skos.NAMESPACE + "topConceptOf");
    private static final Pattern CODE = Pattern.compile("<(https://data\\.jena\\.de/kos/[^>\\s]*[^>\\s/])>");
    private static final Node TERM_STATUS =
            NodeFactory.createURI("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status");

    /// Terms that only the server writes; no content of the checkout names them.
    private static final Set<String> OF_THE_SERVER = Set.of("QualityRun", "resultCount", "stopped", "withinOrtsteil");

    private static final String CODE_LISTS = "https://data.jena.de/kos/";

    private final Path checkout;
    private final List<Finding> findings = new ArrayList<>();
    private final Map<Path, Graph> graphs = new LinkedHashMap<>();
    private Set<String> described = Set.of();

    private OntologyLint(Path checkout) {
        this.checkout = checkout;
    }

    /// What is wrong in the checkout; empty when nothing is.
    public static List<Finding> check(Path checkout) {
        var lint = new OntologyLint(checkout);
        for (String folder : List.of("ontologies", "shapes", "mappings")) {
            lint.files(folder, ".ttl").forEach(file -> lint.graphs.put(file, RdfFiles.read(file)));
        }
        lint.described = lint.readDescribed();
        lint.graphs.forEach(lint::checkTerms);
        lint.graphs.keySet().forEach(lint::checkPrefixes);
        lint.files("queries", ".rq").forEach(lint::checkQuery);
        lint.graphs.forEach(lint::checkTexts);
        lint.checkUnused();
        return List.copyOf(lint.findings);
    }

    /// Every IRI that our ontology or our code lists describe.
    private Set<String> readDescribed() {
        Path ontologies = checkout.resolve("ontologies");
        return graphs.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(ontologies))
                .flatMap(entry -> entry.getValue().find().toList().stream())
                .map(Triple::getSubject)
                .filter(Node::isURI)
                .map(Node::getURI)
                .collect(Collectors.toSet());
    }

    private void checkTerms(Path file, Graph graph) {
        Set<String> vocabulary = new TreeSet<>();
        Set<String> used = new TreeSet<>();
        graph.find().forEachRemaining(triple -> {
            vocabulary.add(triple.getPredicate().getURI());
            if (triple.getPredicate().equals(Rdf.TYPE) && triple.getObject().isURI()) {
                vocabulary.add(triple.getObject().getURI());
            }
            Stream.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                    .filter(Node::isURI)
                    .forEach(node -> used.add(node.getURI()));
        });
        vocabulary.forEach(iri -> checkNamespace(file, iri));
        boolean example = file.toString().contains("valid");
        for (String iri : used) {
            boolean ours = iri.startsWith(Jmo.NAMESPACE) || (iri.startsWith(CODE_LISTS) && !example);
            if (ours && !described.contains(iri)) {
                add(file, iri, "the term " + iri + " does not exist");
            }
        }
    }

    private void checkNamespace(Path file, String iri) {
        String namespace = Namespaces.of(iri);
        if (!Namespaces.isKnown(namespace)) {
            String why = Namespaces.nearMiss(namespace)
                    .map(meant -> "is in a namespace that does not exist; meant is " + meant)
                    .orElse("is of a vocabulary that is not on the list of known namespaces");
            add(file, iri, iri + " " + why);
        }
    }

    private void checkPrefixes(Path file) {
        Matcher prefixes = PREFIX.matcher(text(file));
        while (prefixes.find()) {
            String namespace = prefixes.group(2);
            String prefix = prefixes.group(1);
            Namespaces.nearMiss(namespace)
                    .ifPresent(meant -> add(
                            file,
                            namespace,
                            "the prefix " + prefix + ": is bound to " + namespace + "; meant is " + meant));
        }
    }

    private void checkQuery(Path file) {
        checkPrefixes(file);
        Matcher terms = TERM.matcher(text(file));
        while (terms.find()) {
            if (!described.contains(Jmo.NAMESPACE + terms.group(1))) {
                add(file, terms.group(), "the term " + terms.group() + " does not exist");
            }
        }
        Matcher codes = CODE.matcher(text(file));
        while (codes.find()) {
            if (!described.contains(codes.group(1))) {
                add(file, codes.group(1), "the concept " + codes.group(1) + " does not exist");
            }
        }
    }

    /// A term that no mapping, shape or query names, unless it says that it waits for its data.
    private void checkUnused() {
        Set<String> used = new TreeSet<>(OF_THE_SERVER);
        for (String folder : List.of("shapes", "mappings", "queries")) {
            Stream.concat(files(folder, ".ttl").stream(), files(folder, ".rq").stream())
                    .forEach(file -> TERM.matcher(text(file)).results().forEach(found -> used.add(found.group(1))));
        }
        graphs.forEach((file, graph) -> {
            for (Node type : List.of(Owl.CLASS, Owl.OBJECT_PROPERTY, Owl.DATATYPE_PROPERTY)) {
                typed(graph, type).stream()
                        .filter(term -> term.getURI().startsWith(Jmo.NAMESPACE))
                        .filter(term -> !used.contains(local(term.getURI())))
                        .filter(term -> !graph.contains(term, TERM_STATUS, Node.ANY))
                        .forEach(term -> add(
                                file,
                                term.getURI(),
                                local(term.getURI()) + " is used by no mapping, shape or query and is not unstable"));
            }
        });
    }

    private void checkTexts(Path file, Graph graph) {
        for (Node type : List.of(Owl.CLASS, Owl.OBJECT_PROPERTY, Owl.DATATYPE_PROPERTY)) {
            for (Node term : typed(graph, type)) {
                if (term.getURI().startsWith(Jmo.NAMESPACE)) {
                    requireTexts(file, graph, term, Rdfs.LABEL);
                    requireTexts(file, graph, term, Skos.DEFINITION);
                }
            }
        }
        if (file.startsWith(checkout.resolve("ontologies").resolve("kos"))) {
            typed(graph, Skos.CONCEPT).forEach(concept -> checkConcept(file, graph, concept));
        }
        if (file.endsWith("shapes.ttl")) {
            typed(graph, Sh.NODE_SHAPE).forEach(shape -> checkShape(file, graph, shape));
            typed(graph, Sh.PROPERTY_SHAPE).forEach(shape -> checkShape(file, graph, shape));
        }
    }

    private void checkConcept(Path file, Graph graph, Node concept) {
        requireTexts(file, graph, concept, Skos.PREF_LABEL);
        for (Node property : List.of(Skos.NOTATION, Skos.IN_SCHEME, TOP_CONCEPT_OF)) {
            if (!graph.contains(concept, property, Node.ANY)) {
                add(file, concept.getURI(), concept.getURI() + " has no " + local(property.getURI()));
            }
        }
    }

    private void checkShape(Path file, Graph graph, Node shape) {
        requireTexts(file, graph, shape, Sh.NAME);
        requireTexts(file, graph, shape, REPAIR_HINT);
        List<Node> queries =
                graph.find(shape, SPARQL, Node.ANY).mapWith(Triple::getObject).toList();
        requireTexts(file, graph, queries.isEmpty() ? shape : queries.getFirst(), Sh.MESSAGE);
        for (Node query : queries) {
            if (graph.contains(query, Sh.SEVERITY, Node.ANY)) {
                add(
                        file,
                        shape.getURI(),
                        local(shape.getURI()) + " has a severity inside sh:sparql, where it has no effect");
            }
            graph.find(query, SELECT, Node.ANY)
                    .filterDrop(
                            select -> select.getObject().getLiteralLexicalForm().contains("$this"))
                    .forEachRemaining(_ -> add(file, shape.getURI(), local(shape.getURI()) + " does not use $this"));
        }
    }

    private void requireTexts(Path file, Graph graph, Node subject, Node property) {
        Set<String> languages = graph.find(subject, property, Node.ANY)
                .mapWith(Triple::getObject)
                .filterKeep(Node::isLiteral)
                .mapWith(Node::getLiteralLanguage)
                .toSet();
        String name = subject.isURI() ? subject.getURI() : "a query";
        for (String language : List.of("de", "en")) {
            if (!languages.contains(language)) {
                add(file, name, local(name) + " has no " + local(property.getURI()) + " in " + language);
            }
        }
    }

    private static List<Node> typed(Graph graph, Node type) {
        return graph.find(Node.ANY, Rdf.TYPE, type)
                .mapWith(Triple::getSubject)
                .filterKeep(Node::isURI)
                .toList();
    }

    private static String local(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private void add(Path file, String iri, String message) {
        List<String> lines = text(file).lines().toList();
        int line = 0;
        while (line < lines.size() && !lines.get(line).contains(local(iri))) {
            line++;
        }
        String place = checkout.relativize(file) + (line < lines.size() ? ":" + (line + 1) : "");
        findings.add(new Finding(place, message + "."));
    }

    private List<Path> files(String folder, String ending) {
        Path root = checkout.resolve(folder);
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> tree = Files.walk(root)) {
            return tree.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
