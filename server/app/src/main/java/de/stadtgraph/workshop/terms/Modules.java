package de.stadtgraph.workshop.terms;

import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Owl;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.workshop.DurableText;
import de.stadtgraph.workshop.Register.Release;
import de.stadtgraph.workshop.Register.Status;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// The modules of the ontology as everybody may read them. Reads the folder `ontologies/` at each call: what is
/// adopted shows at once. Thread-safe.
public final class Modules {
    private static final String MODULE = CityIris.ONTOLOGY + "/module/";
    private static final Node TERM_STATUS =
            NodeFactory.createURI("http://www.w3.org/2003/06/sw-vocab-status/ns#term_status");
    private static final List<Node> ABOVE = nodes(Rdfs.NAMESPACE + "subClassOf", Rdfs.NAMESPACE + "subPropertyOf");
    private static final List<Node> DOMAINS = nodes(Rdfs.NAMESPACE + "domain", "http://schema.org/domainIncludes");
    private static final List<Node> RANGES = nodes(Rdfs.NAMESPACE + "range", "http://schema.org/rangeIncludes");

    private final Path ontologies;
    private final ReleasedTerms released;

    /// @param ontologies the folder `ontologies/` of the checkout
    public Modules(Path ontologies) {
        this.ontologies = ontologies;
        this.released = new ReleasedTerms(ontologies);
    }

    private static List<Node> nodes(String... iris) {
        return Stream.of(iris).map(NodeFactory::createURI).toList();
    }

    /// All modules, by name.
    public List<Module> all() {
        return released.names().stream()
                .filter(name -> !ReleasedTerms.isList(name))
                .map(this::read)
                .filter(module -> !module.terms().isEmpty())
                .toList();
    }

    /// One module.
    public Optional<Module> named(String name) {
        return !ReleasedTerms.isList(name) && released.names().contains(name)
                ? Optional.of(read(name))
                : Optional.empty();
    }

    /// The Turtle of a module as it is.
    public Optional<String> turtle(String name) {
        return named(name).map(module -> DurableText.read(released.file(module.name())));
    }

    private Module read(String name) {
        Graph graph = RdfFiles.read(released.file(name));
        String version = TermAdoption.version(DurableText.read(released.versionFile(name)));
        Status whole = version.startsWith("0.") ? Status.CANDIDATE : Status.ADOPTED;
        List<Module.Described> terms = Stream.concat(
                        described(graph, List.of(Owl.CLASS), whole),
                        described(graph, List.of(Owl.OBJECT_PROPERTY, Owl.DATATYPE_PROPERTY), whole))
                .toList();
        Node module = NodeFactory.createURI(MODULE + name);
        Text title = Values.text(graph, module, Dct.TITLE).orElse(Text.same(name));
        return new Module(name, module.getURI(), title, version, status(terms, whole), terms, changes(name));
    }

    /// A module whose terms all wait, or are all gone, is so itself.
    private static Status status(List<Module.Described> terms, Status whole) {
        return Stream.of(Status.DRAFT, Status.DEPRECATED)
                .filter(status -> !terms.isEmpty() && terms.stream().allMatch(term -> term.status() == status))
                .findFirst()
                .orElse(whole);
    }

    private static Stream<Module.Described> described(Graph graph, List<Node> types, Status whole) {
        return types.stream()
                .flatMap(type -> Values.subjects(graph, Rdf.TYPE, type).stream())
                .filter(Node::isURI)
                .distinct()
                .sorted(Comparator.comparing(Node::getURI))
                .map(term -> described(graph, term, whole));
    }

    private static Module.Described described(Graph graph, Node term, Status whole) {
        Term read = Term.of(graph, term);
        boolean waits = graph.contains(term, TERM_STATUS, Node.ANY);
        return new Module.Described(
                term.getURI(),
                graph.contains(term, Rdf.TYPE, Owl.CLASS),
                read.label(),
                read.definition(),
                iris(graph, term, ABOVE),
                iris(graph, term, DOMAINS),
                iris(graph, term, RANGES),
                graph.contains(term, Rdf.TYPE, Owl.DATATYPE_PROPERTY),
                read.deprecated() ? Status.DEPRECATED : waits ? Status.DRAFT : whole);
    }

    private static List<String> iris(Graph graph, Node term, List<Node> properties) {
        return properties.stream()
                .flatMap(property -> Values.all(graph, term, property).stream())
                .filter(Node::isURI)
                .map(Node::getURI)
                .sorted()
                .toList();
    }

    private List<Release> changes(String name) {
        String changelog = DurableText.readIfThere(ontologies.resolve("CHANGELOG.md"));
        return Pattern.compile("## " + Pattern.quote(name) + " (\\S+), (\\S+)\\n- (.*)")
                .matcher(changelog)
                .results()
                .map(entry -> new Release(entry.group(1), entry.group(2), entry.group(3)))
                .toList();
    }
}
