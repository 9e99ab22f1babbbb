package de.stadtgraph.rml.read;

import de.stadtgraph.rml.rules.RuleException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.irix.IRIxResolver;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParserRegistry;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.RiotParseException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.FactoryRDFStd;
import org.apache.jena.riot.system.ParserProfileStd;
import org.apache.jena.riot.system.PrefixMapFactory;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.vocabulary.RDF;

/// The triples of a mapping in the order of the file, with the line of each. Immutable once read.
final class MappingGraph {
    private static final long MOST_BYTES = 16 << 20;

    private final Map<Node, List<Stated>> bySubject = new LinkedHashMap<>();
    private long line;
    private boolean isLegacy;
    private boolean isToday;

    /// A triple and where it stands.
    record Stated(Node subject, String predicate, Node object, long line) {}

    private MappingGraph() {}

    /// Reads Turtle; relative IRIs are resolved against the file unless `@base` says otherwise.
    static MappingGraph read(Path file) {
        var graph = new MappingGraph();
        try {
            if (!Files.isRegularFile(file)) {
                throw new RuleException("mapping-missing", 0, "there is no mapping file");
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new RuleException("mapping-too-large", 0, "a mapping of more than 16 MB is not read");
            }
            var input = new ByteArrayInputStream(Files.readAllBytes(file));
            RDFParserRegistry.getFactory(Lang.TURTLE)
                    .create(Lang.TURTLE, graph.new Lines(file.toUri().toString()))
                    .read(
                            input,
                            file.toUri().toString(),
                            Lang.TURTLE.getContentType(),
                            graph.new Triples(),
                            new Context());
        } catch (RiotParseException broken) {
            throw new RuleException(
                    "turtle-syntax", broken.getLine(), "the Turtle is broken: " + broken.getOriginalMessage());
        } catch (RiotException | IOException broken) {
            throw new RuleException("turtle-syntax", 0, "the Turtle cannot be read: " + broken.getMessage());
        }
        return graph;
    }

    /// The subjects in the order in which they are first described.
    List<Node> subjects() {
        return List.copyOf(bySubject.keySet());
    }

    /// Everything that is the value of a property.
    Set<Node> objects(String predicate) {
        return bySubject.values().stream()
                .flatMap(List::stream)
                .filter(stated -> stated.predicate().equals(predicate))
                .map(Stated::object)
                .collect(Collectors.toSet());
    }

    List<Stated> about(Node subject) {
        return bySubject.getOrDefault(subject, List.of());
    }

    /// The values of a property, in the order of the file.
    List<Stated> all(Node subject, String predicate) {
        return about(subject).stream()
                .filter(stated -> stated.predicate().equals(predicate))
                .toList();
    }

    /// The value of a property that may stand once.
    Optional<Stated> one(Node subject, String predicate) {
        List<Stated> found = all(subject, predicate);
        if (found.size() > 1) {
            throw new RuleException(
                    "repeated-property",
                    found.get(1).line(),
                    word(predicate) + " stands " + found.size() + " times, once is allowed");
        }
        return found.stream().findFirst();
    }

    /// The text of a property that may stand once.
    Optional<String> text(Node subject, String predicate) {
        return one(subject, predicate).map(MappingGraph::text);
    }

    static String text(Stated stated) {
        if (!stated.object().isLiteral()) {
            throw new RuleException("literal-expected", stated.line(), word(stated.predicate()) + " wants a literal");
        }
        return stated.object().getLiteralLexicalForm();
    }

    static String iri(Stated stated) {
        if (!stated.object().isURI()) {
            throw new RuleException("iri-expected", stated.line(), word(stated.predicate()) + " wants an IRI");
        }
        return stated.object().getURI();
    }

    boolean has(Node subject, String predicate) {
        return !all(subject, predicate).isEmpty();
    }

    boolean isA(Node subject, String type) {
        return all(subject, Rml.TYPE).stream()
                .anyMatch(stated -> stated.object().hasURI(type));
    }

    /// The IRI of a node, or a name by its line.
    String name(Node node) {
        return node.isURI() ? node.getURI() : "_:line" + line(node);
    }

    /// The first line that describes the node, 0 if none does.
    long line(Node subject) {
        return about(subject).stream().mapToLong(Stated::line).min().orElse(0);
    }

    /// The members of an RDF collection.
    List<Node> list(Node head) {
        List<Node> members = new ArrayList<>();
        Node cell = head;
        while (!cell.equals(RDF.Nodes.nil)) {
            Node here = cell;
            members.add(one(cell, RDF.Nodes.first.getURI())
                    .orElseThrow(() -> new RuleException("broken-list", line(here), "an RDF list is broken"))
                    .object());
            if (members.size() > 100_000) {
                throw new RuleException("broken-list", line(head), "an RDF list does not end");
            }
            cell = one(cell, RDF.Nodes.rest.getURI())
                    .orElseThrow(() -> new RuleException("broken-list", line(here), "an RDF list is broken"))
                    .object();
        }
        return members;
    }

    /// The property as people write it: with its prefix.
    static String word(String predicate) {
        return predicate
                .replace(Rml.NAMESPACE, "rml:")
                .replace(Rml.CSVW, "csvw:")
                .replace(Rml.SG, "sg:")
                .replace(Rml.D2RQ, "d2rq:")
                .replace(Rml.FORMATS, "formats:");
    }

    /// Whether the mapping is written in the old vocabulary; its words are today's here.
    boolean isLegacy() {
        return isLegacy;
    }

    private void add(Triple triple) {
        String predicate = triple.getPredicate().getURI();
        boolean old = LegacyVocabulary.has(predicate);
        boolean today = predicate.startsWith(Rml.NAMESPACE);
        if ((old && isToday) || (today && isLegacy)) {
            throw new RuleException(
                    "mixed-vocabularies", line, "the old and the new vocabulary of RML stand in one mapping");
        }
        isLegacy |= old;
        isToday |= today;
        Node subject = triple.getSubject();
        bySubject
                .computeIfAbsent(subject, _ -> new ArrayList<>())
                .add(new Stated(
                        subject,
                        LegacyVocabulary.today(predicate).orElse(predicate),
                        LegacyVocabulary.today(triple.getObject()),
                        line));
    }

    /// Keeps each triple with the line of the token read last.
    private final class Triples extends StreamRDFBase {
        @Override
        public void triple(Triple triple) {
            add(triple);
        }
    }

    /// The parser's own factory of terms, told to remember lines.
    private final class Lines extends ParserProfileStd {
        Lines(String base) {
            super(
                    new FactoryRDFStd(),
                    ErrorHandlerFactory.errorHandlerStrictNoLogging,
                    IRIxResolver.create(base).build(),
                    PrefixMapFactory.create(),
                    new Context(),
                    true,
                    false);
        }

        @Override
        public Node createURI(String iri, long tokenLine, long column) {
            line = tokenLine;
            return super.createURI(iri, tokenLine, column);
        }

        @Override
        public Node createStringLiteral(String text, long tokenLine, long column) {
            line = tokenLine;
            return super.createStringLiteral(text, tokenLine, column);
        }

        @Override
        public Node createTypedLiteral(String text, RDFDatatype datatype, long tokenLine, long column) {
            line = tokenLine;
            return super.createTypedLiteral(text, datatype, tokenLine, column);
        }
    }
}
