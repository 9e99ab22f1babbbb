package de.stadtgraph.bench.mapping;

import java.util.List;

/// Writes the benchmark's rules as a mapping in Turtle: RML as it is now, or the vocabulary of 2014 that CARML 0.4
/// reads. Both say the same.
final class TimetableMapping {
    private static final String PREFIXES = """
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix gtfs: <http://vocab.gtfs.org/terms#> .
            @prefix geo: <http://www.w3.org/2003/01/geo/wgs84_pos#> .
            @prefix schema: <http://schema.org/> .
            @prefix foaf: <http://xmlns.com/foaf/0.1/> .
            @prefix dct: <http://purl.org/dc/terms/> .
            @prefix ql: <http://semweb.mmlab.be/ns/ql#> .
            @prefix rr: <http://www.w3.org/ns/r2rml#> .
            @base <http://example.com/ns#> .
            """;

    private final TableFormat format;
    private final boolean legacy;

    private TimetableMapping(TableFormat format, boolean legacy) {
        this.format = format;
        this.legacy = legacy;
    }

    /// In RML as it is now; files are found beside the mapping.
    static String current(TableFormat format, List<TimetableRules.Rule> rules) {
        return new TimetableMapping(format, false).text(rules);
    }

    /// In the vocabulary before; files are found in the folder that the engine is given.
    static String legacy(TableFormat format, List<TimetableRules.Rule> rules) {
        return new TimetableMapping(format, true).text(rules);
    }

    private String text(List<TimetableRules.Rule> rules) {
        var text = new StringBuilder(PREFIXES);
        text.append("@prefix rml: <")
                .append(legacy ? "http://semweb.mmlab.be/ns/rml#" : "http://w3id.org/rml/")
                .append("> .\n");
        for (TimetableRules.Rule rule : rules) {
            text.append("\n<%s> a %s ;\n  rml:logicalSource [ %s ] ;\n"
                            .formatted(rule.name(), r("TriplesMap"), source(rule)))
                    .append("  %s [ %s \"%s\" ; %s %s ]"
                            .formatted(
                                    r("subjectMap"),
                                    r("template"),
                                    references(rule.template()),
                                    r("class"),
                                    rule.type()));
            for (TimetableRules.Property property : rule.properties()) {
                text.append(" ;\n  %s [ %s %s ; %s [ %s ] ]"
                        .formatted(
                                r("predicateObjectMap"),
                                r("predicate"),
                                property.predicate(),
                                r("objectMap"),
                                object(property)));
            }
            text.append(" .\n");
        }
        return text.toString();
    }

    /// A word that the vocabulary of 2014 took from R2RML.
    private String r(String word) {
        return (legacy ? "rr:" : "rml:") + word;
    }

    private String source(TimetableRules.Rule rule) {
        String file = rule.table() + "." + format.ending();
        String source = legacy
                ? "\"" + file + "\""
                : "[ a rml:RelativePathSource ; rml:root rml:MappingDirectory ; rml:path \"" + file
                        + "\" ; rml:null \"\" ]";
        String formulation = legacy ? "ql:" : "rml:";
        return "rml:source " + source
                + switch (format) {
                    case CSV -> " ; rml:referenceFormulation " + formulation + "CSV";
                    case JSON -> " ; rml:referenceFormulation " + formulation + "JSONPath ; rml:iterator \"$[*]\"";
                    case XML ->
                        " ; rml:referenceFormulation " + formulation + "XPath ; rml:iterator \"/Category/Record\"";
                };
    }

    private String object(TimetableRules.Property property) {
        return switch (property) {
            case TimetableRules.Reference(String _, String column, String kind) ->
                "rml:reference \"" + reference(column) + "\"" + kind(kind);
            case TimetableRules.Template(String _, String template) ->
                r("template") + " \"" + references(template) + "\" ; " + r("termType") + " " + r("IRI");
            case TimetableRules.Join(String _, String map, String child, String parent) ->
                "%s <%s> ; %s [ %s \"%s\" ; %s \"%s\" ]"
                        .formatted(
                                r("parentTriplesMap"),
                                map,
                                r("joinCondition"),
                                r("child"),
                                reference(child),
                                r("parent"),
                                reference(parent));
        };
    }

    private String kind(String kind) {
        if (kind.isEmpty()) {
            return "";
        }
        return kind.equals("IRI") ? " ; " + r("termType") + " " + r("IRI") : " ; " + r("datatype") + " " + kind;
    }

    private String references(String template) {
        return format == TableFormat.JSON && !legacy ? template.replace("{", "{$.") : template;
    }

    private String reference(String column) {
        return format == TableFormat.JSON && !legacy ? "$." + column : column;
    }
}
