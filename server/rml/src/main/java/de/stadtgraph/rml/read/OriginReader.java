package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;

import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.Field;
import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.JoinCondition;
import de.stadtgraph.rml.rules.LogicalView;
import de.stadtgraph.rml.rules.Origin;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.ViewJoin;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;

/// Reads logical views with their fields and joins (RML-LV), and the sources below them.
final class OriginReader {
    private final MappingGraph graph;
    private final ExpressionReader expressions;
    private final SourceReader sources;
    private final AnnotationReader annotations;
    private final Map<Node, Origin> done = new HashMap<>();
    private final Set<Node> open = new HashSet<>();

    OriginReader(MappingGraph graph, ExpressionReader expressions, SourceReader sources) {
        this.graph = graph;
        this.expressions = expressions;
        this.sources = sources;
        this.annotations = new AnnotationReader(graph);
    }

    Origin read(MappingGraph.Stated stated) {
        Node node = stated.object();
        Origin known = done.get(node);
        if (known != null) {
            return known;
        }
        if (!open.add(node)) {
            throw new RuleException("cycle", stated.line(), "a logical view depends on itself");
        }
        Optional<MappingGraph.Stated> on = graph.one(node, rml("viewOn"));
        Origin origin = on.isPresent() ? view(node, on.get()) : source(node, stated);
        open.remove(node);
        done.put(node, origin);
        return origin;
    }

    private Origin source(Node node, MappingGraph.Stated stated) {
        if (graph.about(node).isEmpty()) {
            throw new RuleException("no-source", stated.line(), "the logical source is not described");
        }
        return sources.read(node);
    }

    private LogicalView view(Node node, MappingGraph.Stated on) {
        Origin origin = read(on);
        List<ViewJoin> joins = new ArrayList<>();
        for (MappingGraph.Stated stated : graph.about(node)) {
            if (stated.predicate().equals(rml("leftJoin"))) {
                joins.add(join(stated, false));
            } else if (stated.predicate().equals(rml("innerJoin"))) {
                joins.add(join(stated, true));
            }
        }
        List<Field> fields = fields(node);
        List<Field> all = new ArrayList<>(fields);
        joins.forEach(join -> all.addAll(join.fields()));
        checkNames(all);
        return new LogicalView(name(node), origin, fields, joins, annotations.keys(node), graph.line(node));
    }

    private static String name(Node node) {
        return node.isURI() ? node.getURI().replaceFirst("^.*[/#]", "") : "view";
    }

    private static void checkNames(List<Field> fields) {
        Set<String> names = new HashSet<>();
        for (Field field : fields) {
            if (!names.add(field.name())) {
                throw new RuleException("repeated-field", field.line(), "two fields are called `" + field.name() + "`");
            }
        }
    }

    private List<Field> fields(Node node) {
        List<Field> fields = new ArrayList<>();
        for (MappingGraph.Stated stated : graph.all(node, rml("field"))) {
            fields.add(field(stated));
        }
        checkNames(fields);
        return fields;
    }

    private Field field(MappingGraph.Stated stated) {
        Node node = stated.object();
        long line = graph.line(node) == 0 ? stated.line() : graph.line(node);
        if (!open.add(node)) {
            throw new RuleException("cycle", stated.line(), "a field contains itself");
        }
        String name = graph.text(node, rml("fieldName"))
                .orElseThrow(() -> new RuleException("no-field-name", line, "rml:fieldName is missing"));
        Optional<String> iterator = graph.text(node, rml("iterator"));
        Optional<MappingGraph.Stated> formulation = graph.one(node, rml("referenceFormulation"));
        List<Field> children = fields(node);
        open.remove(node);
        if (iterator.isPresent() || formulation.isPresent() || graph.isA(node, rml("IterableField"))) {
            Format format = formulation.map(sources::format).orElse(null);
            return new Field.IterableField(name, format, iterator.orElse(""), children, line);
        }
        return new Field.ExpressionField(name, expressions.read(node), children, line);
    }

    private ViewJoin join(MappingGraph.Stated stated, boolean inner) {
        Node node = stated.object();
        long line = graph.line(node) == 0 ? stated.line() : graph.line(node);
        MappingGraph.Stated parent = graph.one(node, rml("parentLogicalView"))
                .orElseThrow(() -> new RuleException("no-parent", line, "rml:parentLogicalView is missing"));
        if (!(read(parent) instanceof LogicalView view)) {
            throw new RuleException("no-parent", parent.line(), "rml:parentLogicalView wants a logical view");
        }
        return new ViewJoin(inner, view, conditions(node), fields(node), line);
    }

    /// The join conditions of a view join or of a referencing object map.
    List<JoinCondition> conditions(Node node) {
        List<JoinCondition> conditions = new ArrayList<>();
        for (MappingGraph.Stated stated : graph.all(node, rml("joinCondition"))) {
            Node condition = stated.object();
            conditions.add(new JoinCondition(
                    side(condition, "child", stated.line()), side(condition, "parent", stated.line())));
        }
        return conditions;
    }

    private ExpressionMap side(Node condition, String side, long line) {
        return expressions
                .shortcut(condition, side, side + "Map")
                .or(() -> graph.one(condition, rml(side))
                        .map(given -> new ExpressionMap.Reference(MappingGraph.text(given), given.line())))
                .orElseThrow(() -> new RuleException("join", line, "rml:" + side + " of a join condition is missing"));
    }
}
