package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;

import de.stadtgraph.rml.rules.RuleException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/// Reads the structural annotations of logical views (RML-LV). Keys are used; of foreign keys and inclusions it is
/// checked that they say something that can be true: their fields exist, and a foreign key's target is unique. They
/// change no statement.
final class AnnotationReader {
    private final MappingGraph graph;

    AnnotationReader(MappingGraph graph) {
        this.graph = graph;
    }

    /// The fields that together are unique, one list an annotation.
    List<List<String>> keys(Node view) {
        List<List<String>> keys = new ArrayList<>();
        boolean hasPrimary = false;
        for (MappingGraph.Stated stated : graph.all(view, rml("structuralAnnotation"))) {
            Node annotation = stated.object();
            List<String> fields = fields(annotation, "onFields", stated.line());
            boolean primary = graph.isA(annotation, rml("PrimaryKeyAnnotation"));
            boolean foreign = graph.isA(annotation, rml("ForeignKeyAnnotation"));
            if (primary && hasPrimary) {
                throw new RuleException(
                        "repeated-key", stated.line(), "a logical view may have one rml:PrimaryKeyAnnotation");
            }
            hasPrimary |= primary;
            if (primary || graph.isA(annotation, rml("UniqueAnnotation"))) {
                keys.add(fields);
            }
            if (foreign || graph.isA(annotation, rml("InclusionAnnotation"))) {
                requireAll(fields, view, stated.line());
                checkTarget(annotation, fields, foreign, stated.line());
            }
        }
        return keys;
    }

    private void checkTarget(Node annotation, List<String> fields, boolean unique, long line) {
        Node target = graph.one(annotation, rml("targetView"))
                .orElseThrow(() -> new RuleException("no-target", line, "rml:targetView is missing"))
                .object();
        if (!graph.has(target, rml("viewOn"))) {
            throw new RuleException("no-target", line, "rml:targetView wants a logical view");
        }
        List<String> targets = fields(annotation, "targetFields", line);
        if (targets.size() != fields.size()) {
            throw new RuleException(
                    "no-target",
                    line,
                    "rml:targetFields must name as many fields as rml:onFields, %d, not %d"
                            .formatted(fields.size(), targets.size()));
        }
        requireAll(targets, target, line);
        if (unique && !isUnique(target, targets)) {
            throw new RuleException(
                    "no-target",
                    line,
                    "a foreign key wants an rml:UniqueAnnotation or rml:PrimaryKeyAnnotation of the target view on "
                            + String.join(", ", targets));
        }
    }

    private boolean isUnique(Node view, List<String> fields) {
        return graph.all(view, rml("structuralAnnotation")).stream()
                .filter(stated -> graph.isA(stated.object(), rml("PrimaryKeyAnnotation"))
                        || graph.isA(stated.object(), rml("UniqueAnnotation")))
                .anyMatch(stated -> Set.copyOf(fields(stated.object(), "onFields", stated.line()))
                        .equals(Set.copyOf(fields)));
    }

    private List<String> fields(Node annotation, String property, long line) {
        Node list = graph.one(annotation, rml(property))
                .orElseThrow(() -> new RuleException("no-fields", line, "rml:" + property + " is missing"))
                .object();
        List<String> fields = new ArrayList<>();
        for (Node field : graph.list(list)) {
            if (!field.isLiteral()) {
                throw new RuleException("no-fields", line, "rml:" + property + " wants a list of names of fields");
            }
            fields.add(field.getLiteralLexicalForm());
        }
        return fields;
    }

    private void requireAll(List<String> fields, Node view, long line) {
        Set<String> known = new TreeSet<>();
        addNames(view, "", known);
        for (String field : fields) {
            if (!known.contains(field)) {
                throw new RuleException(
                        "unknown-field",
                        line,
                        "the view " + graph.name(view) + " has no field `" + field + "`; it has "
                                + String.join(", ", known));
            }
        }
    }

    /// The names of a view's fields, those of its joins and those inside others included.
    private void addNames(Node owner, String prefix, Set<String> names) {
        for (MappingGraph.Stated stated : graph.all(owner, rml("field"))) {
            graph.text(stated.object(), rml("fieldName")).ifPresent(name -> {
                // A field that contains itself ends here.
                if (names.add(prefix + name) && prefix.length() < 1_000) {
                    addNames(stated.object(), prefix + name + ".", names);
                }
            });
        }
        for (String join : List.of("leftJoin", "innerJoin")) {
            graph.all(owner, rml(join)).forEach(stated -> addNames(stated.object(), prefix, names));
        }
    }
}
