package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;

import de.stadtgraph.rml.read.TermMapReader.Place;
import de.stadtgraph.rml.rules.ObjectRule;
import de.stadtgraph.rml.rules.Origin;
import de.stadtgraph.rml.rules.PredicateObjectMap;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Rules;
import de.stadtgraph.rml.rules.SubjectMap;
import de.stadtgraph.rml.rules.Target;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TriplesMap;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Reads a mapping file into rules (RML-Core, -IO, -LV, -FNML, -CC; the vocabulary of <http://w3id.org/rml/>,
/// or the one before it, whose words are taken for those of today).
///
/// Nothing is half read: the first mistake is a [RuleException] with its line.
public final class MappingReader {
    private final MappingGraph graph;
    private final TermMapReader terms;
    private final OriginReader origins;
    private final SourceReader sources;

    private MappingReader(Path file, Places places) {
        this.graph = MappingGraph.read(file);
        ExpressionReader expressions = new ExpressionReader(graph);
        this.sources = new SourceReader(graph, places);
        this.origins = new OriginReader(graph, expressions, sources);
        this.terms = new TermMapReader(graph, expressions, origins);
    }

    /// What was read.
    ///
    /// @param rules of what goes to no logical target
    /// @param files the file of each source, by the source's name, in the order of the mapping
    /// @param targets the rules of what goes to each logical target
    public record Reading(Rules rules, Map<String, Path> files, Map<Target, Rules> targets) {}

    /// Reads the file.
    public static Reading read(Path file, Places places) {
        var reader = new MappingReader(file, places);
        Rules rules = reader.rules();
        places.check(reader.sources.files().keySet());
        var split = new TargetSplit(rules, reader.triplesMaps(), reader.graph);
        return split.isWhole()
                ? new Reading(rules, reader.sources.files(), Map.of())
                : new Reading(split.rest(), reader.sources.files(), split.parts());
    }

    private Rules rules() {
        List<TriplesMap> maps = new ArrayList<>();
        Set<Node> nodes = new HashSet<>(triplesMaps());
        for (Node subject : graph.subjects()) {
            if (nodes.contains(subject)) {
                maps.add(triplesMap(subject));
            } else if (graph.isA(subject, rml("TriplesMap"))) {
                throw new RuleException("no-source", graph.line(subject), "a triples map lacks rml:logicalSource");
            }
        }
        return new Rules(maps);
    }

    /// The nodes of the triples maps, in the order of the rules.
    private List<Node> triplesMaps() {
        // Calls of functions named their source, too, before there was RML-FNML.
        Set<Node> calls = graph.isLegacy() ? graph.objects(rml("functionValue")) : Set.of();
        return graph.subjects().stream()
                .filter(subject -> graph.has(subject, rml("logicalSource")) && !calls.contains(subject))
                .toList();
    }

    private TriplesMap triplesMap(Node node) {
        long line = graph.line(node);
        Origin origin = origins.read(graph.one(node, rml("logicalSource")).orElseThrow());
        List<PredicateObjectMap> rules = new ArrayList<>();
        for (MappingGraph.Stated stated : graph.all(node, rml("predicateObjectMap"))) {
            rules.add(predicateObjectMap(stated));
        }
        String base = graph.one(node, rml("baseIRI"))
                .map(stated -> stated.object().isLiteral() ? MappingGraph.text(stated) : MappingGraph.iri(stated))
                .orElse("");
        return new TriplesMap(graph.name(node), line, origin, base, subjectMap(node, line), rules);
    }

    private SubjectMap subjectMap(Node node, long line) {
        List<TermMap> subjects = terms.all(node, Place.SUBJECT);
        if (subjects.size() != 1) {
            throw new RuleException(
                    "subject-map",
                    line,
                    "a triples map needs exactly one subject map, this one has " + subjects.size());
        }
        List<Node> classes = new ArrayList<>();
        List<TermMap> graphs = new ArrayList<>();
        for (MappingGraph.Stated stated : graph.all(node, rml("subjectMap"))) {
            for (MappingGraph.Stated type : graph.all(stated.object(), rml("class"))) {
                MappingGraph.iri(type);
                classes.add(type.object());
            }
            graphs.addAll(terms.all(stated.object(), Place.GRAPH));
        }
        return new SubjectMap(subjects.getFirst(), classes, graphs);
    }

    private PredicateObjectMap predicateObjectMap(MappingGraph.Stated stated) {
        Node node = stated.object();
        long line = graph.line(node) == 0 ? stated.line() : graph.line(node);
        List<TermMap> predicates = terms.all(node, Place.PREDICATE);
        if (predicates.isEmpty()) {
            throw new RuleException("no-predicate", line, "rml:predicate or rml:predicateMap is missing");
        }
        List<ObjectRule> objects = new ArrayList<>();
        for (MappingGraph.Stated object : graph.about(node)) {
            if (object.predicate().equals(rml("object")) || object.predicate().equals(rml("objectMap"))) {
                objects.add(terms.objectRule(object));
            }
        }
        if (objects.isEmpty()) {
            throw new RuleException("no-object", line, "rml:object or rml:objectMap is missing");
        }
        return new PredicateObjectMap(predicates, objects, terms.all(node, Place.GRAPH));
    }
}
