package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.Field;
import de.stadtgraph.rml.source.Reference;
import de.stadtgraph.rml.source.SourceFormat;
import de.stadtgraph.rml.source.SourceRecord;
import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Fault;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/// A field of a view that somebody asked for, with those of its children that somebody asked for.
final class FieldNode {
    private final Field field;
    private final Place place;
    private final SortedSet<String> fields;
    private final @Nullable Expression expression;
    private final @Nullable Reference iterator;
    private final @Nullable InnerRelation inner;
    private final Map<String, FieldNode> children = new LinkedHashMap<>();
    private int valueSlot = -1;
    private int indexSlot = -1;

    /// What a field is read from: a row, and the record below it where there is one.
    record Context(Row row, @Nullable SourceRecord record) {}

    private FieldNode(
            Field field,
            ExpressionCompiler compiler,
            SortedSet<String> fields,
            @Nullable Expression expression,
            @Nullable Reference iterator,
            @Nullable InnerRelation inner) {
        this.field = field;
        this.place = compiler.place(fields);
        this.fields = fields;
        this.expression = expression;
        this.iterator = iterator;
        this.inner = inner;
    }

    /// An expression field.
    static FieldNode of(Field.ExpressionField field, ExpressionCompiler compiler) {
        Expression expression = compiler.compile(field.expression());
        return new FieldNode(field, compiler, expression.fields(), expression, null, null);
    }

    /// An iterable field over records that the iterator finds.
    static FieldNode of(Field field, ExpressionCompiler compiler, @Nullable Reference iterator, InnerRelation inner) {
        return new FieldNode(field, compiler, inner.fields(0), null, iterator, inner);
    }

    Field field() {
        return field;
    }

    SortedSet<String> fields() {
        return fields;
    }

    @Nullable
    InnerRelation inner() {
        return inner;
    }

    Optional<FieldNode> child(String name) {
        return Optional.ofNullable(children.get(name));
    }

    void add(FieldNode child) {
        children.put(child.field.name(), child);
    }

    void showValue(int slot) {
        valueSlot = slot;
    }

    void showIndex(int slot) {
        indexSlot = slot;
    }

    /// The ways to fill this node's slots; none where the field has no value.
    List<Map<Integer, List<Value>>> alternatives(Context context, Findings findings) {
        return expression == null ? iterate(context, findings) : values(context.row(), findings);
    }

    private List<Map<Integer, List<Value>>> values(Row row, Findings findings) {
        List<Map<Integer, List<Value>>> all = new ArrayList<>(1);
        List<Value> values = expression == null ? List.of() : expression.evaluate(row, findings);
        for (int i = 0; i < values.size(); i++) {
            Map<Integer, List<Value>> here = show(values.get(i), i);
            if (children.isEmpty()) {
                all.add(here);
            } else {
                all.addAll(combine(here, new Context(row, inside(values.get(i), findings)), findings));
            }
        }
        return all;
    }

    private List<Map<Integer, List<Value>>> iterate(Context context, Findings findings) {
        List<Map<Integer, List<Value>>> all = new ArrayList<>();
        if (context.record() == null || inner == null) {
            return all;
        }
        List<SourceRecord> records =
                iterator == null ? List.of(context.record()) : context.record().inner(iterator);
        for (int i = 0; i < records.size(); i++) {
            Row row = inner.rows(records.get(i), i + 1L, findings).getFirst();
            all.addAll(combine(show(Value.text(""), i), new Context(row, records.get(i)), findings));
        }
        return all;
    }

    private Map<Integer, List<Value>> show(Value value, int index) {
        Map<Integer, List<Value>> shown = new LinkedHashMap<>();
        if (valueSlot >= 0) {
            shown.put(valueSlot, List.of(value));
        }
        if (indexSlot >= 0) {
            shown.put(indexSlot, List.of(new Value(String.valueOf(index), Value.Kind.NUMBER)));
        }
        return shown;
    }

    private List<Map<Integer, List<Value>>> combine(
            Map<Integer, List<Value>> here, Context context, Findings findings) {
        return combine(children.values(), List.of(here), context, findings);
    }

    /// Every way to fill the given fields, added to every way so far.
    static List<Map<Integer, List<Value>>> combine(
            Iterable<FieldNode> nodes, List<Map<Integer, List<Value>>> start, Context context, Findings findings) {
        List<Map<Integer, List<Value>>> rows = start;
        for (FieldNode node : nodes) {
            List<Map<Integer, List<Value>>> ways = node.alternatives(context, findings);
            if (ways.size() == 1) {
                Map<Integer, List<Value>> only = ways.getFirst();
                rows.forEach(row -> row.putAll(only));
            } else if (!ways.isEmpty()) {
                rows = product(rows, ways);
            }
        }
        return rows;
    }

    private static List<Map<Integer, List<Value>>> product(
            List<Map<Integer, List<Value>>> rows, List<Map<Integer, List<Value>>> ways) {
        List<Map<Integer, List<Value>>> product = new ArrayList<>(rows.size() * ways.size());
        for (Map<Integer, List<Value>> row : rows) {
            for (Map<Integer, List<Value>> way : ways) {
                Map<Integer, List<Value>> both = new LinkedHashMap<>(row);
                both.putAll(way);
                product.add(both);
            }
        }
        return product;
    }

    /// The value itself as a record, for children that read inside it.
    private @Nullable SourceRecord inside(Value value, Findings findings) {
        FieldNode first = children.values().iterator().next();
        if (first.inner == null) {
            return null;
        }
        try {
            return new Contents(SourceFormat.inside(first.inner.format(), value.text()));
        } catch (IOException broken) {
            findings.value(Fault.BROKEN_RECORD, place, "");
            return null;
        }
    }

    /// A text that holds records: one of JSON, or the rows of CSV.
    private record Contents(List<SourceRecord> records) implements SourceRecord {
        @Override
        public List<Value> values(Reference reference) {
            return records.stream()
                    .flatMap(record -> record.values(reference).stream())
                    .toList();
        }

        @Override
        public List<SourceRecord> inner(Reference iterator) {
            return records.size() == 1 && !records.getFirst().inner(iterator).isEmpty()
                    ? records.getFirst().inner(iterator)
                    : records;
        }
    }
}
