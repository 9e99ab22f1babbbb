package de.stadtgraph.rml.profile;

import static de.stadtgraph.rml.profile.TurtleText.quoted;

import java.util.ArrayList;
import java.util.List;

/// Writes fields of the view, with the functions that clean them. Stateless.
final class FieldText {
    private FieldText() {}

    /// The view's field of a field of the file.
    static String view(DraftField field) {
        String reference = field.profile().reference();
        return switch (field.role()) {
            case FieldRole.Key _ -> function(field.view(), "trim", reference, List.of());
            case FieldRole.Numeric(boolean whole, String sign, List<String> groups) ->
                function(field.view(), whole ? "integer" : "decimal", reference, signs(sign, groups));
            case FieldRole.Date(String pattern) -> function(field.view(), "date", reference, one("pattern", pattern));
            case FieldRole.Moment(String pattern) -> function(field.view(), "dateTime", reference, moment(pattern));
            case FieldRole.UnixTime(String unit) -> function(field.view(), "unixTime", reference, one("unit", unit));
            case FieldRole.Truth(List<String> yes, List<String> no) ->
                function(field.view(), "boolean", reference, words(yes, no));
            case FieldRole.Code _, FieldRole.Words _ -> function(field.view(), "trim", reference, List.of());
            case FieldRole.Link _, FieldRole.Floating _ -> plain(field.view(), reference);
            case FieldRole.Shape(String crs) -> function("place", "geometry", reference, one("crs", crs));
            case FieldRole.East _, FieldRole.North _, FieldRole.Dropped _ -> "";
        };
    }

    /// The normal form of a code, for its concept's IRI.
    static String code(DraftField field, boolean kebab) {
        return function(
                field.view() + "Code", "key", field.profile().reference(), one("style", kebab ? "kebab" : "verbatim"));
    }

    /// The point of two coordinates.
    static String point(DraftField east, DraftField north, String crs) {
        return """
                  rml:field [ a rml:ExpressionField ; rml:fieldName "place" ;
                    rml:functionExecution [ rml:function sg:point ;
                      rml:input [ rml:parameter sg:x ; rml:inputValueMap [ %s ] ] ,
                                [ rml:parameter sg:y ; rml:inputValueMap [ %s ] ] ,
                                [ rml:parameter sg:crs ; rml:inputValue %s ] ] ]""".formatted(coordinate(east), coordinate(north), quoted(crs))
                .indent(2)
                .stripTrailing();
    }

    private static String coordinate(DraftField field) {
        String reference = "rml:reference " + quoted(field.profile().reference());
        boolean comma = field.profile().count(ValueForm.DECIMAL_COMMA) > 0;
        return comma
                ? "rml:functionExecution [ rml:function sg:decimal ; rml:input [ rml:parameter sg:value ; rml:inputValueMap [ "
                        + reference + " ] ] , [ rml:parameter sg:decimalSign ; rml:inputValue \",\" ] ]"
                : reference;
    }

    /// The key of the records.
    static String key(List<DraftField> parts) {
        if (parts.size() == 1) {
            return function("key", "key", parts.getFirst().profile().reference(), one("style", "verbatim"));
        }
        return ofTemplate("key", "key", template(parts), one("style", "verbatim"));
    }

    /// A hash of fields that are filled in every record.
    static String hash(List<DraftField> parts) {
        return ofTemplate("key", "hash", template(parts), List.of());
    }

    /// A hash of those fields that a record has.
    static String hashOfAny(List<DraftField> parts) {
        var values = new StringBuilder();
        for (DraftField part : parts) {
            values.append("\n        rml:input [ rml:parameter sg:value ; rml:inputValueMap [ rml:reference ")
                    .append(quoted(part.profile().reference()))
                    .append(" ] ] ;");
        }
        String joined = "rml:functionExecution [ rml:function sg:concat ;" + values
                + "\n        rml:input [ rml:parameter sg:separator ; rml:inputValue \"-\" ] ]";
        return execution("key", "hash", joined, List.of());
    }

    /// A hash of a geometry.
    static String hashOfShape(DraftField field, String crs) {
        return """
                  rml:field [ a rml:ExpressionField ; rml:fieldName "key" ;
                    rml:functionExecution [ rml:function sg:hash ;
                      rml:input [ rml:parameter sg:value ; rml:inputValueMap [ rml:functionExecution [ rml:function sg:geometry ;
                        rml:input [ rml:parameter sg:value ; rml:inputValueMap [ rml:reference %s ] ] ,
                                  [ rml:parameter sg:crs ; rml:inputValue %s ] ] ] ] ] ]""".formatted(quoted(field.profile().reference()), quoted(crs))
                .indent(2)
                .stripTrailing();
    }

    private static String template(List<DraftField> parts) {
        return String.join(
                "-",
                parts.stream()
                        .map(part -> TurtleText.inTemplate(part.profile().reference()))
                        .toList());
    }

    private static String plain(String name, String reference) {
        return "  rml:field [ a rml:ExpressionField ; rml:fieldName %s ; rml:reference %s ]"
                .formatted(quoted(name), quoted(reference));
    }

    private static String ofTemplate(String name, String function, String template, List<String> inputs) {
        return execution(name, function, "rml:template " + quoted(template) + " ; rml:termType rml:Literal", inputs);
    }

    private static String function(String name, String function, String reference, List<String> inputs) {
        return execution(name, function, "rml:reference " + quoted(reference), inputs);
    }

    private static String execution(String name, String function, String value, List<String> inputs) {
        var text = new StringBuilder(
                "  rml:field [ a rml:ExpressionField ; rml:fieldName %s ;\n    rml:functionExecution [ rml:function sg:%s ;\n      rml:input [ rml:parameter sg:value ; rml:inputValueMap [ %s ] ]"
                        .formatted(quoted(name), function, value));
        inputs.forEach(input -> text.append(" ,\n                ").append(input));
        return text.append(" ] ]").toString();
    }

    private static List<String> one(String parameter, String value) {
        return List.of("[ rml:parameter sg:%s ; rml:inputValue %s ]".formatted(parameter, quoted(value)));
    }

    private static List<String> moment(String pattern) {
        List<String> inputs = new ArrayList<>();
        if (!pattern.isEmpty()) {
            inputs.addAll(one("pattern", pattern));
        }
        return inputs;
    }

    private static List<String> signs(String sign, List<String> groups) {
        List<String> inputs = new ArrayList<>();
        if (!sign.isEmpty()) {
            inputs.addAll(one("decimalSign", sign));
        }
        groups.forEach(group -> inputs.addAll(one("groupSign", group)));
        return inputs;
    }

    private static List<String> words(List<String> yes, List<String> no) {
        List<String> inputs = new ArrayList<>();
        yes.forEach(word -> inputs.addAll(one("trueWord", word)));
        no.forEach(word -> inputs.addAll(one("falseWord", word)));
        return inputs;
    }
}
