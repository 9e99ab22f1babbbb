package de.stadtgraph.rml.profile;

import static de.stadtgraph.rml.profile.TurtleText.comment;
import static de.stadtgraph.rml.profile.TurtleText.quoted;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Writes the mapping of a draft in Turtle: one view that cleans, triples maps that only say structure. Immutable.
record MappingText(SourceProfile profile, DraftPlan plan, ModuleDraft.Naming naming, SourceText source) {
    private static final String PREFIXES = """
            @prefix rml:  <http://w3id.org/rml/> .
            @prefix csvw: <http://www.w3.org/ns/csvw#> .
            @prefix sg:   <https://w3id.org/stadtgraph/rml#> .
            @prefix geo:  <http://www.opengis.net/ont/geosparql#> .
            @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
            @prefix dct:  <http://purl.org/dc/terms/> .
            @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
            @prefix xsd:  <http://www.w3.org/2001/XMLSchema#> .
            """;

    String write() {
        var text = new StringBuilder();
        text.append("# First draft of a mapping, made from ")
                .append(comment(profile.file().getFileName().toString()))
                .append(".\n");
        text.append("# Each TODO wants a decision; while one is left, the module cannot be published.\n");
        text.append(PREFIXES)
                .append("@base <")
                .append(naming.base())
                .append("mapping/")
                .append(naming.module())
                .append("/> .\n\n");
        text.append("# ── Source\n");
        profile.notes()
                .forEach(note -> text.append("# TODO ").append(comment(note)).append('\n'));
        text.append(source.write(naming.module())).append("\n# ── Fields\n");
        view(text);
        several().forEach(field -> severalView(text, field));
        text.append("\n# ── Structure\n# TODO which class? urn:todo:")
                .append(naming.module())
                .append(" stands for it.\n");
        thing(text);
        several().forEach(field -> severalThing(text, field));
        place(text);
        codes().forEach(field -> concepts(text, field));
        return text.toString();
    }

    private List<DraftField> single() {
        return plan.mapped().stream().filter(field -> !field.hasSeveral()).toList();
    }

    private List<DraftField> several() {
        return plan.mapped().stream()
                .filter(DraftField::hasSeveral)
                .filter(field -> !(field.role() instanceof FieldRole.Shape))
                .toList();
    }

    private List<DraftField> codes() {
        return single().stream()
                .filter(field -> field.role() instanceof FieldRole.Code)
                .toList();
    }

    private void view(StringBuilder text) {
        text.append("<view> a rml:LogicalView ; rml:viewOn <records>");
        if (!plan.key().isEmpty() && profile.isComplete()) {
            text.append(" ;\n  rml:structuralAnnotation [ a rml:PrimaryKeyAnnotation ; rml:onFields ( \"key\" ) ]");
        }
        text.append(" ;\n").append(keyNote()).append(keyField());
        for (DraftField field : plan.fields()) {
            if (field.isMapped() && field.hasSeveral()) {
                continue;
            }
            String written = written(field);
            text.append(written.isEmpty() ? "" : " ;")
                    .append('\n')
                    .append(remark(field))
                    .append(written);
        }
        text.append(" .\n");
    }

    private String written(DraftField field) {
        return switch (field.role()) {
            case FieldRole.East(int north, String crs) ->
                FieldText.point(field, plan.fields().get(north), crs);
            case FieldRole.Code _ -> FieldText.view(field) + " ;\n" + FieldText.code(field, isKebab(field));
            default -> FieldText.view(field);
        };
    }

    private static boolean isKebab(DraftField field) {
        return Slug.tellApart(field.profile().values().keySet());
    }

    /// What was seen in a field; of fields that may be personal nothing but the name.
    private static String remark(DraftField field) {
        FieldProfile seen = field.profile();
        var text = new StringBuilder("  # ").append(comment(seen.name()));
        if (field.role() instanceof FieldRole.Dropped(String _, String english, boolean personal)) {
            text.append(": left out, ").append(english);
            if (personal) {
                return text.append(".\n  # TODO ")
                        .append(comment(field.note()))
                        .append('\n')
                        .toString();
            }
        } else {
            text.append(": ").append(seen.fillRate()).append(" % filled, ");
            text.append(seen.many() ? "more than " : "").append(seen.distinct()).append(" different");
            text.append(examples(seen));
        }
        text.append('\n');
        if (field.open()) {
            text.append("  # TODO ").append(comment(field.note())).append('\n');
        }
        return text.toString();
    }

    private static String examples(FieldProfile field) {
        List<String> examples = field.values().keySet().stream()
                .limit(3)
                .map(value -> "“" + comment(value.length() > 40 ? value.substring(0, 40) + "…" : value) + "”")
                .toList();
        return examples.isEmpty() ? "" : "; for example " + String.join(", ", examples);
    }

    private String keyNote() {
        return plan.key().isEmpty()
                ? "  # TODO no field tells records apart: a hash of them stands for the key, equal records become one\n"
                : "  # The key: TODO is it the owner's, and does it stay the same?\n";
    }

    private String keyField() {
        List<DraftField> parts = plan.key().stream().map(plan.fields()::get).toList();
        if (!parts.isEmpty()) {
            return FieldText.key(parts);
        }
        return plan.place()
                .filter(place -> place.role() instanceof FieldRole.Shape
                        && place.profile().filled() == place.profile().records())
                .map(place -> FieldText.hashOfShape(place, ((FieldRole.Shape) place.role()).crs()))
                .orElseGet(this::hash);
    }

    /// A hash of the fields that every record has; where there are none, of all that a record has; where no field has
    /// just one value, of the best filled one.
    private String hash() {
        List<DraftField> plain = single().stream()
                .filter(field -> !(field.role() instanceof FieldRole.Shape))
                .toList();
        List<DraftField> always = plain.stream()
                .filter(field -> field.profile().filled() == field.profile().records())
                .toList();
        if (!always.isEmpty()) {
            return FieldText.hash(always);
        }
        return plain.isEmpty()
                ? FieldText.hash(
                        plan.fields().stream()
                                .max(java.util.Comparator.comparingLong(
                                        field -> field.profile().filled()))
                                .stream()
                                .toList())
                : FieldText.hashOfAny(plain);
    }

    private void severalView(StringBuilder text, DraftField field) {
        text.append("\n<view/")
                .append(field.view())
                .append("> a rml:LogicalView ; rml:viewOn <records> ;\n")
                .append(keyField())
                .append(" ;\n")
                .append(remark(field))
                .append(FieldText.view(field))
                .append(field.role() instanceof FieldRole.Code ? " ;\n" + FieldText.code(field, isKebab(field)) : "")
                .append(" .\n");
    }

    private String subject(String part) {
        return quoted(naming.base() + "id/" + naming.module() + "/{key}" + part);
    }

    private void thing(StringBuilder text) {
        text.append("<thing> a rml:TriplesMap ; rml:logicalSource <view> ;\n  rml:subjectMap [ rml:template ")
                .append(subject(""))
                .append(" ; rml:class <urn:todo:")
                .append(naming.module())
                .append('>')
                .append(plan.place().isPresent() ? " , geo:Feature" : "")
                .append(" ]");
        for (DraftField field : single()) {
            String object = object(field);
            if (!object.isEmpty()) {
                text.append(statement(field.predicate(), object));
            }
        }
        if (plan.place().isPresent()) {
            text.append(statement(
                    "http://www.opengis.net/ont/geosparql#hasDefaultGeometry", "rml:template " + subject("#geometry")));
        }
        text.append(" .\n");
    }

    private void severalThing(StringBuilder text, DraftField field) {
        text.append(
                "<thing/%s> a rml:TriplesMap ; rml:logicalSource <view/%s> ;\n  rml:subjectMap [ rml:template %s ]%s .\n"
                        .formatted(
                                field.view(), field.view(), subject(""), statement(field.predicate(), object(field))));
    }

    private static String statement(String predicate, String object) {
        return " ;\n  rml:predicateObjectMap [ rml:predicate <" + predicate + "> ; rml:objectMap [ " + object + " ] ]";
    }

    private String object(DraftField field) {
        String reference = "rml:reference " + quoted(field.view());
        return switch (field.role()) {
            case FieldRole.Key _ -> reference + " ; rml:datatype xsd:string";
            case FieldRole.Numeric number ->
                reference + " ; rml:datatype xsd:"
                        + (number.whole() ? "integer" : number.decimalSign().isEmpty() ? "integer" : "decimal");
            case FieldRole.Floating _ -> reference + " ; rml:datatype xsd:double";
            case FieldRole.Date _ -> reference + " ; rml:datatype xsd:date";
            case FieldRole.Moment _, FieldRole.UnixTime _ -> reference + " ; rml:datatype xsd:dateTime";
            case FieldRole.Truth _ -> reference + " ; rml:datatype xsd:boolean";
            case FieldRole.Link _ -> reference + " ; rml:termType rml:IRI";
            case FieldRole.Words(String language) ->
                reference + (language.isEmpty() ? " ; rml:datatype xsd:string" : " ; rml:language " + quoted(language));
            case FieldRole.Code _ ->
                field.hasSeveral()
                        ? reference + " ; rml:datatype xsd:string"
                        : "rml:template " + quoted(concept(field));
            case FieldRole.Shape _, FieldRole.East _, FieldRole.North _, FieldRole.Dropped _ -> "";
        };
    }

    private void place(StringBuilder text) {
        if (plan.place().isPresent()) {
            text.append("\n<geometry> a rml:TriplesMap ; rml:logicalSource <view> ;\n  rml:subjectMap [ rml:template ")
                    .append(subject("#geometry"))
                    .append(" ; rml:class geo:Geometry ] ;\n")
                    .append(
                            "  rml:predicateObjectMap [ rml:predicate geo:asWKT ; rml:objectMap [ rml:reference \"place\" ; rml:datatype geo:wktLiteral ] ] .\n");
        }
    }

    private String scheme(DraftField field) {
        return naming.base() + "kos/" + naming.module() + "-" + Slug.kebab(field.view());
    }

    private String concept(DraftField field) {
        return scheme(field) + "/{" + field.view() + "Code}";
    }

    /// A concept scheme of the values of a small list.
    private void concepts(StringBuilder text, DraftField field) {
        List<String> values = new ArrayList<>(field.profile().values().keySet());
        String shown = String.join(
                ", ",
                IntStream.range(0, Math.min(values.size(), 12))
                        .mapToObj(values::get)
                        .toList());
        text.append("\n# Code list ")
                .append(comment(field.profile().name()))
                .append(": ")
                .append(comment(shown))
                .append('\n');
        text.append("# TODO labels in English; is there a code list of the city that has these values (sg:lookup)?\n");
        text.append(
                "<code/%s> a rml:TriplesMap ; rml:logicalSource <view> ;\n  rml:subjectMap [ rml:template %s ; rml:class skos:Concept ]%s%s .\n"
                        .formatted(
                                field.view(),
                                quoted(concept(field)),
                                statement(
                                        "http://www.w3.org/2004/02/skos/core#prefLabel",
                                        "rml:reference " + quoted(field.view()) + " ; rml:language \"de\""),
                                statement(
                                                "http://www.w3.org/2004/02/skos/core#notation",
                                                "rml:reference " + quoted(field.view()) + " ; rml:datatype xsd:string")
                                        + " ;\n  rml:predicateObjectMap [ rml:predicate skos:inScheme ; rml:object <"
                                        + scheme(field) + "> ]"));
    }
}
