package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.Field;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.ViewJoin;
import de.stadtgraph.rml.source.Value;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// A join of a view with another: the fields that somebody asked for, by slot (RML-LV, "logical view joins").
final class JoinedView {
    private final ViewJoin join;
    private final ExpressionCompiler parent;
    private final List<Expression> childKeys;
    private final Lookup<List<List<Value>>> lookup;
    private final List<Expression> offered = new ArrayList<>();
    private final Map<Integer, Integer> valueSlots = new LinkedHashMap<>();
    private final List<Integer> indexSlots = new ArrayList<>();

    JoinedView(ViewJoin join, Relation parent, ExpressionCompiler child) {
        this.join = join;
        this.parent = new ExpressionCompiler(parent, child.environment(), child.rule());
        this.childKeys = join.conditions().stream()
                .map(condition -> child.compile(condition.child()))
                .toList();
        List<Expression> parentKeys = join.conditions().stream()
                .map(condition -> this.parent.compile(condition.parent()))
                .toList();
        this.lookup = new Lookup<>(child.relation(), parent, parentKeys, this::offer, new Packed.Values());
    }

    Lookup<?> lookup() {
        return lookup;
    }

    boolean isInner() {
        return join.inner();
    }

    /// Fills a slot with a field's value, or with the number of the match for `name.#`.
    void show(Field field, boolean index, int slot) {
        if (index) {
            indexSlots.add(slot);
            return;
        }
        if (!(field instanceof Field.ExpressionField expression)) {
            throw new RuleException("join", field.line(), "a joined field must be an expression field");
        }
        valueSlots.put(slot, offered.size());
        offered.add(parent.compile(expression.expression()));
    }

    private List<List<List<Value>>> offer(Row row, Findings findings) {
        return List.of(offered.stream()
                .map(expression -> expression.evaluate(row, findings))
                .toList());
    }

    /// The row with each match; for a left join without any, the row alone.
    List<List<List<Value>>> join(List<List<Value>> slots, Findings findings) {
        List<List<List<Value>>> matches = lookup.matches(childKeys, new Row(slots, 0), findings);
        if (matches.isEmpty()) {
            return join.inner() ? List.of() : List.of(slots);
        }
        List<List<List<Value>>> rows = new ArrayList<>(matches.size());
        for (int i = 0; i < matches.size(); i++) {
            List<List<Value>> match = matches.get(i);
            List<List<Value>> row = new ArrayList<>(slots);
            valueSlots.forEach((slot, position) -> row.set(slot, match.get(position)));
            Value index = new Value(String.valueOf(i), Value.Kind.NUMBER);
            indexSlots.forEach(slot -> row.set(slot, List.of(index)));
            rows.add(row);
        }
        return rows;
    }
}
