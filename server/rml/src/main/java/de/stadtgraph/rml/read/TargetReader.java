package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;

import de.stadtgraph.rml.read.TermMapReader.Place;
import de.stadtgraph.rml.rules.Container;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Target;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Reads logical targets, and which term maps name them (RML-IO).
final class TargetReader {
    private static final Set<String> ENCODINGS = Set.of("UTF-8", "UTF-16");

    private final MappingGraph graph;
    private final Map<Node, Target> read = new LinkedHashMap<>();

    TargetReader(MappingGraph graph) {
        this.graph = graph;
    }

    /// The targets of each term map of a place: shortcuts, which have none, and maps, in the order of the file.
    List<Set<Target>> all(Node node, Place place) {
        List<Set<Target>> all = new ArrayList<>();
        for (MappingGraph.Stated stated : graph.about(node)) {
            if (stated.predicate().equals(rml(place.shortcut()))) {
                all.add(Set.of());
            } else if (stated.predicate().equals(rml(place.map()))) {
                all.add(of(stated.object()));
            }
        }
        return all;
    }

    /// The targets of a term map, of its language and of its datatype.
    private Set<Target> of(Node map) {
        Set<Target> targets = new LinkedHashSet<>();
        for (MappingGraph.Stated stated : graph.all(map, rml("logicalTarget"))) {
            Target known = read.get(stated.object());
            Target target = known == null ? target(stated) : known;
            read.put(stated.object(), target);
            targets.add(target);
        }
        for (String part : List.of("languageMap", "datatypeMap")) {
            graph.one(map, rml(part)).ifPresent(stated -> targets.addAll(of(stated.object())));
        }
        return targets;
    }

    private Target target(MappingGraph.Stated stated) {
        Node node = stated.object();
        long line = graph.line(node) == 0 ? stated.line() : graph.line(node);
        Node file = graph.one(node, rml("target"))
                .map(MappingGraph.Stated::object)
                .orElseThrow(() -> new RuleException("target", line, "a logical target lacks rml:target"));
        String path = graph.text(file, rml("path"))
                .filter(text -> !text.isBlank())
                .orElseThrow(() -> new RuleException(
                        "target", line, "rml:target wants an rml:FilePath with rml:path; others are not supported"));
        Target target = new Target(
                node.isURI() ? node.getURI().replaceFirst("^.*[/#](?=.)", "") : path,
                path,
                serialization(node),
                compression(node),
                encoding(node),
                line);
        if (read.values().stream().anyMatch(other -> other.path().equals(path))) {
            throw new RuleException("target", line, "two logical targets share the file " + path);
        }
        return target;
    }

    private Target.Serialization serialization(Node node) {
        Optional<MappingGraph.Stated> stated = graph.one(node, rml("serialization"));
        String word =
                stated.map(given -> MappingGraph.word(MappingGraph.iri(given))).orElse("formats:N-Quads");
        return switch (word) {
            case "formats:N-Quads" -> Target.Serialization.NQUADS;
            case "formats:N-Triples" -> Target.Serialization.NTRIPLES;
            case "formats:Turtle", "formats:N3" -> Target.Serialization.TURTLE;
            default ->
                throw new RuleException(
                        "target",
                        stated.map(MappingGraph.Stated::line).orElse(graph.line(node)),
                        word + " is not written; known are formats:N-Quads, formats:N-Triples, formats:Turtle,"
                                + " formats:N3");
        };
    }

    private Container.Compression compression(Node node) {
        return graph.one(node, rml("compression"))
                .map(SourceReader::compression)
                .orElse(Container.Compression.NONE);
    }

    private String encoding(Node node) {
        Optional<MappingGraph.Stated> stated = graph.one(node, rml("encoding"));
        String name = stated.map(given -> MappingGraph.iri(given).replace(Rml.NAMESPACE, ""))
                .orElse("UTF-8");
        if (!ENCODINGS.contains(name)) {
            throw new RuleException(
                    "target",
                    stated.map(MappingGraph.Stated::line).orElse(0L),
                    "targets are written in rml:UTF-8 or rml:UTF-16, not in " + name);
        }
        return name;
    }
}
