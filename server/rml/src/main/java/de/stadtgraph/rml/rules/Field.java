package de.stadtgraph.rml.rules;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `rml:Field` (RML-LV): a named part of a row.
public sealed interface Field {
    String name();

    List<Field> children();

    long line();

    /// `rml:ExpressionField`: the values of an expression; children read inside a value.
    record ExpressionField(String name, ExpressionMap expression, List<Field> children, long line) implements Field {
        public ExpressionField {
            children = List.copyOf(children);
        }
    }

    /// `rml:IterableField`: the records an iterator finds inside the parent.
    ///
    /// @param format null: that of the parent
    record IterableField(String name, @Nullable Format format, String iterator, List<Field> children, long line)
            implements Field {
        public IterableField {
            children = List.copyOf(children);
        }
    }
}
