package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.TemplatePart;
import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// Compiles expression maps against a relation.
///
/// @param rule the rule's name, for reports
record ExpressionCompiler(Relation relation, Environment environment, String rule) {

    /// An expression whose template values are taken as they are.
    Expression compile(ExpressionMap map) {
        return compile(map, UnaryOperator.identity());
    }

    /// An expression.
    ///
    /// @param encode applied to each value of a template
    Expression compile(ExpressionMap map, UnaryOperator<String> encode) {
        return switch (map) {
            case ExpressionMap.Constant constant -> constant(constant);
            case ExpressionMap.Reference reference -> reference(reference);
            case ExpressionMap.Template template -> template(template, encode);
            case ExpressionMap.FunctionExecution execution -> new FunctionCompiler(this).compile(execution);
            case ExpressionMap.FreshNode _ -> new Expression((_, _) -> List.of(), new TreeSet<>());
        };
    }

    private static Expression constant(ExpressionMap.Constant constant) {
        List<Value> values = List.of(Value.text(constant.text()));
        return new Expression((_, _) -> values, new TreeSet<>());
    }

    private Expression reference(ExpressionMap.Reference reference) {
        int slot = relation.slot(reference.text(), reference.line());
        return new Expression((row, _) -> row.values(slot), relation.fields(slot));
    }

    private Expression template(ExpressionMap.Template template, UnaryOperator<String> encode) {
        List<Piece> pieces = new ArrayList<>();
        SortedSet<String> fields = new TreeSet<>();
        for (TemplatePart part : template.parts()) {
            int slot = part.reference() ? relation.slot(part.text(), template.line()) : -1;
            pieces.add(new Piece(part.text(), slot));
            if (slot >= 0) {
                fields.addAll(relation.fields(slot));
            }
        }
        Place place = place(fields);
        return new Expression((row, findings) -> fill(pieces, encode, row, new Told(findings, place)), fields);
    }

    /// Literal text, or a slot where it is not negative.
    private record Piece(String text, int slot) {}

    /// Findings and the place they are told of.
    private record Told(Findings findings, Place place) {}

    private static List<Value> fill(List<Piece> pieces, UnaryOperator<String> encode, Row row, Told told) {
        List<String> texts = List.of("");
        for (Piece piece : pieces) {
            List<String> longer = new ArrayList<>(texts.size());
            for (String value : values(piece, encode, row, told)) {
                for (String text : texts) {
                    longer.add(text + value);
                }
            }
            texts = longer;
        }
        return texts.stream().map(Value::text).toList();
    }

    private static List<String> values(Piece piece, UnaryOperator<String> encode, Row row, Told told) {
        if (piece.slot() < 0) {
            return List.of(piece.text());
        }
        List<String> values = new ArrayList<>(1);
        for (Value value : row.values(piece.slot())) {
            if (value.kind() == Value.Kind.NODE) {
                told.findings().record(Fault.STRUCTURED_VALUE, told.place(), "");
            } else {
                values.add(encode.apply(value.text()));
            }
        }
        return values;
    }

    Place place(SortedSet<String> fields) {
        return new Place(rule, fields.stream().collect(Collectors.joining(", ")));
    }
}
