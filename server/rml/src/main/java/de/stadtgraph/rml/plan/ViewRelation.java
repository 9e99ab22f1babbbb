package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.Field;
import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalView;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.ViewJoin;
import de.stadtgraph.rml.source.Columns;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;

/// A logical view as rows (RML-LV, "logical iteration"): the product of its fields' values, then its joins.
///
/// Fields nobody asks for are not evaluated, and what they read does not count as used.
final class ViewRelation implements Relation {
    private final LogicalView view;
    private final Relation on;
    private final ExpressionCompiler compiler;
    private final Map<String, Integer> slots = new LinkedHashMap<>();
    private final List<SortedSet<String>> fields = new ArrayList<>();
    private final Map<String, FieldNode> nodes = new LinkedHashMap<>();
    private final Map<ViewJoin, JoinedView> joins = new LinkedHashMap<>();
    private final PlanCompiler plans;
    private int rowIndexSlot = -1;

    ViewRelation(LogicalView view, Relation on, Environment environment, PlanCompiler plans) {
        this.view = view;
        this.on = on;
        this.plans = plans;
        this.compiler = new ExpressionCompiler(on, environment, "view " + view.name());
        view.joins().stream().filter(ViewJoin::inner).forEach(this::joined);
    }

    @Override
    public int slot(String reference, long line) {
        Integer known = slots.get(reference);
        return known == null ? open(reference, line) : known;
    }

    private int open(String reference, long line) {
        List<String> names = Arrays.asList(reference.split("\\.", -1));
        boolean index = names.getLast().equals("#");
        List<String> path = index ? names.subList(0, names.size() - 1) : names;
        if (path.isEmpty()) {
            rowIndexSlot = register(reference, new TreeSet<>());
            return rowIndexSlot;
        }
        Optional<ViewJoin> join = joinOf(reference, index);
        if (join.isPresent()) {
            Field field = find(join.get().fields(), reference.replaceFirst("\\.#$", ""), line);
            JoinedView joined = joined(join.get());
            int slot = register(reference, new TreeSet<>());
            joined.show(field, index, slot);
            return slot;
        }
        FieldNode node = node(path, line);
        if (!index && node.field() instanceof Field.IterableField) {
            throw new RuleException("unknown-field", line, "`" + reference + "` is a record; name a field of it");
        }
        int slot = register(reference, node.fields());
        Consumer<Integer> show = index ? node::showIndex : node::showValue;
        show.accept(slot);
        return slot;
    }

    private int register(String reference, SortedSet<String> from) {
        slots.put(reference, fields.size());
        fields.add(from);
        return fields.size() - 1;
    }

    private Optional<ViewJoin> joinOf(String reference, boolean index) {
        String name = index ? reference.substring(0, reference.length() - 2) : reference;
        return view.joins().stream()
                .filter(join ->
                        join.fields().stream().anyMatch(field -> field.name().equals(name)))
                .findFirst();
    }

    private JoinedView joined(ViewJoin join) {
        JoinedView known = joins.get(join);
        if (known != null) {
            return known;
        }
        Relation parent = plans.fresh(join.parent());
        var joined =
                new JoinedView(join, parent, new ExpressionCompiler(this, compiler.environment(), compiler.rule()));
        plans.add(joined.lookup());
        joins.put(join, joined);
        return joined;
    }

    private FieldNode node(List<String> path, long line) {
        FieldNode node = top(path.getFirst(), line);
        for (String name : path.subList(1, path.size())) {
            FieldNode parent = node;
            Optional<FieldNode> known = parent.child(name);
            if (known.isPresent()) {
                node = known.get();
            } else {
                node = child(parent, find(parent.field().children(), name, line));
                parent.add(node);
            }
        }
        return node;
    }

    private FieldNode top(String name, long line) {
        FieldNode known = nodes.get(name);
        if (known != null) {
            return known;
        }
        Field field = find(view.fields(), name, line);
        FieldNode node = switch (field) {
            case Field.ExpressionField expression -> FieldNode.of(expression, named(name));
            case Field.IterableField iterable -> iterable(iterable);
        };
        nodes.put(name, node);
        return node;
    }

    private ExpressionCompiler named(String name) {
        return new ExpressionCompiler(on, compiler.environment(), compiler.rule() + ", field " + name);
    }

    /// An iterable field of the record itself.
    private FieldNode iterable(Field.IterableField field) {
        if (!(on instanceof RecordRelation records)) {
            throw new RuleException("field", field.line(), "an iterable field needs a view on a source");
        }
        var iterator = records.reference(
                field.iterator().isEmpty() ? root(records.source().format()) : field.iterator(), field.line());
        Format format = field.format() == null ? records.source().format() : field.format();
        records.use(iterator);
        return FieldNode.of(field, named(field.name()), iterator, new InnerRelation(records, format, iterator.field()));
    }

    /// The path of a record itself.
    private static String root(Format format) {
        return format == Format.XML ? "." : "$";
    }

    /// A field inside another one.
    private FieldNode child(FieldNode parent, Field field) {
        InnerRelation inner = parent.inner();
        String within = String.join(", ", parent.fields());
        if (field instanceof Field.IterableField iterable) {
            Format format = iterable.format() != null
                    ? iterable.format()
                    : inner == null ? on.root().source().format() : inner.format();
            var relation = new InnerRelation(on.root(), format, within);
            boolean whole = format == Format.CSV || iterable.iterator().isEmpty();
            String iterator = whole ? root(format) : iterable.iterator();
            return FieldNode.of(field, named(field.name()), relation.reference(iterator, field.line()), relation);
        }
        if (inner == null || !(field instanceof Field.ExpressionField expression)) {
            throw new RuleException("field", field.line(), "a field inside an expression field must be iterable");
        }
        return FieldNode.of(
                expression,
                new ExpressionCompiler(
                        inner, compiler.environment(), named(field.name()).rule()));
    }

    private Field find(List<Field> among, String name, long line) {
        return among.stream()
                .filter(field -> field.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new RuleException(
                        "unknown-field",
                        line,
                        "the view " + view.name()
                                + " has no field `" + name + "`"
                                + Columns.suggestion(
                                        name, among.stream().map(Field::name).toList())));
    }

    @Override
    public SortedSet<String> fields(int slot) {
        return fields.get(slot);
    }

    @Override
    public int slots() {
        return fields.size();
    }

    @Override
    public List<Row> rows(SourceRecord record, long number, Findings findings) {
        List<Row> rows = new ArrayList<>(1);
        for (Row row : on.rows(record, number, findings)) {
            var context = new FieldNode.Context(row, on instanceof RecordRelation ? record : null);
            List<Map<Integer, List<Value>>> start = List.of(new LinkedHashMap<>());
            for (Map<Integer, List<Value>> filled : FieldNode.combine(nodes.values(), start, context, findings)) {
                join(slots(filled, row), findings).forEach(joined -> rows.add(new Row(joined, row.index())));
            }
        }
        return rows;
    }

    private List<List<Value>> slots(Map<Integer, List<Value>> filled, Row row) {
        List<List<Value>> values = new ArrayList<>(fields.size());
        for (int slot = 0; slot < fields.size(); slot++) {
            values.add(filled.getOrDefault(slot, List.of()));
        }
        if (rowIndexSlot >= 0) {
            values.set(rowIndexSlot, List.of(new Value(String.valueOf(row.index()), Value.Kind.NUMBER)));
        }
        return values;
    }

    private List<List<List<Value>>> join(List<List<Value>> slots, Findings findings) {
        List<List<List<Value>>> rows = List.of(slots);
        for (JoinedView join : joins.values()) {
            rows = rows.stream()
                    .flatMap(row -> join.join(row, findings).stream())
                    .toList();
        }
        return rows;
    }

    @Override
    public RecordRelation root() {
        return on.root();
    }
}
