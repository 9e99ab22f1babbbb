package de.stadtgraph.validation;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;

/// The distinct things judged by any shape, and those with results, by severity.
final class JudgedThings {
    private final Set<Node> judged = new HashSet<>();
    private final Map<Severity, Set<Node>> failing = new EnumMap<>(Severity.class);

    void judged(Collection<Node> things) {
        judged.addAll(things);
    }

    void failing(Severity severity, Collection<Node> things) {
        failing.computeIfAbsent(severity, _ -> new HashSet<>()).addAll(things);
    }

    ValidationReport.Coverage coverage() {
        Set<Node> violating = new HashSet<>(failing.getOrDefault(Severity.VIOLATION, Set.of()));
        violating.addAll(failing.getOrDefault(Severity.BLOCK, Set.of()));
        int warned = failing.getOrDefault(Severity.WARNING, Set.of()).size();
        failing.values().forEach(judged::addAll);
        return new ValidationReport.Coverage(judged.size(), violating.size(), warned);
    }
}
