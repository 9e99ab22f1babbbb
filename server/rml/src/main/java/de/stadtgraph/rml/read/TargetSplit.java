package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;

import de.stadtgraph.rml.read.TermMapReader.Place;
import de.stadtgraph.rml.rules.ExpressionMap.Constant;
import de.stadtgraph.rml.rules.ObjectRule;
import de.stadtgraph.rml.rules.PredicateObjectMap;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Rules;
import de.stadtgraph.rml.rules.SubjectMap;
import de.stadtgraph.rml.rules.Target;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TermType;
import de.stadtgraph.rml.rules.TriplesMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// Splits a mapping by its logical targets (RML-IO): a quad goes to the targets of all term maps it is made by, and
/// into the run's own output only where none of them names one.
///
/// Each part is a mapping of its own. Immutable once made.
final class TargetSplit {
    private final List<Split> maps = new ArrayList<>();
    private final Set<Target> targets = new LinkedHashSet<>();

    /// A triples map whose rules make one quad at a time.
    private record Split(TriplesMap map, List<Single> singles) {}

    /// A rule of one predicate, one object and at most one graph.
    private record Single(PredicateObjectMap rule, Set<Target> targets) {}

    /// A term map and the targets it names; no term map where there is no graph.
    private record Choice<T>(Optional<T> term, Set<Target> targets) {}

    /// @param nodes of the triples maps, in their order
    TargetSplit(Rules rules, List<Node> nodes, MappingGraph graph) {
        var reader = new TargetReader(graph);
        for (int i = 0; i < nodes.size(); i++) {
            TriplesMap map = rules.triplesMaps().get(i);
            maps.add(new Split(map, singles(map, nodes.get(i), graph, reader)));
        }
        maps.forEach(split -> split.singles().forEach(single -> targets.addAll(single.targets())));
        boolean gathers =
                maps.stream().anyMatch(split -> split.map().subject().term().gather() != null);
        if (!targets.isEmpty() && gathers) {
            throw new RuleException("target", 0, "a subject that is a collection cannot go to logical targets");
        }
    }

    private static List<Single> singles(TriplesMap map, Node node, MappingGraph graph, TargetReader reader) {
        Set<Target> about = union(reader.all(node, Place.SUBJECT));
        Optional<Node> subject = graph.one(node, rml("subjectMap")).map(MappingGraph.Stated::object);
        List<Choice<TermMap>> around = subject.map(one -> choices(map.subject().graphs(), reader.all(one, Place.GRAPH)))
                .orElse(List.of());
        List<Single> singles = new ArrayList<>();
        for (Node type : map.subject().classes()) {
            for (Choice<TermMap> named : orNone(around, List.of())) {
                singles.add(new Single(typed(type, named, map.line()), union(List.of(about, named.targets()))));
            }
        }
        List<MappingGraph.Stated> stated = graph.all(node, rml("predicateObjectMap"));
        for (int i = 0; i < stated.size(); i++) {
            PredicateObjectMap rule = map.rules().get(i);
            Node from = stated.get(i).object();
            List<Choice<TermMap>> graphs = orNone(around, choices(rule.graphs(), reader.all(from, Place.GRAPH)));
            for (Choice<TermMap> predicate : choices(rule.predicates(), reader.all(from, Place.PREDICATE))) {
                for (Choice<ObjectRule> object : choices(rule.objects(), reader.all(from, Place.OBJECT))) {
                    for (Choice<TermMap> named : graphs) {
                        singles.add(new Single(
                                new PredicateObjectMap(
                                        List.of(predicate.term().orElseThrow()),
                                        List.of(object.term().orElseThrow()),
                                        named.term().stream().toList()),
                                union(List.of(about, predicate.targets(), object.targets(), named.targets()))));
                    }
                }
            }
        }
        return singles;
    }

    private static PredicateObjectMap typed(Node type, Choice<TermMap> named, long line) {
        TermMap predicate = constant(NodeFactory.createURI(Rml.TYPE), line);
        return new PredicateObjectMap(
                List.of(predicate),
                List.of(new ObjectRule.TermObject(constant(type, line))),
                named.term().stream().toList());
    }

    private static TermMap constant(Node value, long line) {
        return TermMap.constant(value, TermType.IRI, line);
    }

    private static <T> List<Choice<T>> choices(List<T> terms, List<Set<Target>> targets) {
        List<Choice<T>> choices = new ArrayList<>();
        for (int i = 0; i < terms.size(); i++) {
            choices.add(new Choice<>(Optional.of(terms.get(i)), targets.get(i)));
        }
        return choices;
    }

    private static List<Choice<TermMap>> orNone(List<Choice<TermMap>> some, List<Choice<TermMap>> more) {
        List<Choice<TermMap>> all = new ArrayList<>(some);
        all.addAll(more);
        return all.isEmpty() ? List.of(new Choice<>(Optional.empty(), Set.of())) : all;
    }

    private static Set<Target> union(List<Set<Target>> sets) {
        Set<Target> union = new LinkedHashSet<>();
        sets.forEach(union::addAll);
        return union;
    }

    /// Whether no term map names a target.
    boolean isWhole() {
        return targets.isEmpty();
    }

    /// What goes to no target. All triples maps are there, with or without rules: the records are read and counted.
    Rules rest() {
        return new Rules(maps.stream()
                .map(split -> part(split, single -> single.targets().isEmpty()))
                .toList());
    }

    /// What goes to each target.
    Map<Target, Rules> parts() {
        Map<Target, Rules> parts = new LinkedHashMap<>();
        for (Target target : targets) {
            List<TriplesMap> all = maps.stream()
                    .map(split -> part(split, single -> single.targets().contains(target)))
                    .toList();
            Set<String> parents = parents(all);
            Rules rules = new Rules(all.stream()
                    .filter(map -> !map.rules().isEmpty() || parents.contains(map.name()))
                    .toList());
            checkGraphs(target, rules);
            parts.put(target, rules);
        }
        return parts;
    }

    private static TriplesMap part(Split split, java.util.function.Predicate<Single> wanted) {
        TriplesMap map = split.map();
        List<PredicateObjectMap> rules =
                split.singles().stream().filter(wanted).map(Single::rule).toList();
        return new TriplesMap(
                map.name(),
                map.line(),
                map.origin(),
                map.baseIri(),
                new SubjectMap(map.subject().term(), List.of(), List.of()),
                rules);
    }

    private static Set<String> parents(List<TriplesMap> maps) {
        Set<String> parents = new HashSet<>();
        for (TriplesMap map : maps) {
            for (PredicateObjectMap rule : map.rules()) {
                if (rule.objects().getFirst() instanceof ObjectRule.RefObjectMap join) {
                    parents.add(join.parentTriplesMap());
                }
            }
        }
        return parents;
    }

    private static void checkGraphs(Target target, Rules rules) {
        boolean named = rules.triplesMaps().stream()
                .flatMap(map -> map.rules().stream())
                .flatMap(rule -> rule.graphs().stream())
                .anyMatch(graph -> !(graph.expression() instanceof Constant constant
                        && constant.text().equals(rml("defaultGraph"))));
        if (named && !target.serialization().hasGraphs()) {
            throw new RuleException(
                    "target",
                    target.line(),
                    "quads in named graphs go to the target " + target.name()
                            + ", which only formats:N-Quads can hold");
        }
    }
}
