package de.stadtgraph.rml.profile;

import static de.stadtgraph.rml.profile.TurtleText.quoted;

import de.stadtgraph.rml.rules.Dialect;
import de.stadtgraph.rml.rules.LogicalSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Writes the source of a draft in Turtle: file, dialect, iterator. Immutable.
///
/// @param nothings words that mean "no value"
record SourceText(SourceShape shape, String sample, List<String> nothings) {

    /// The words for "no value" of all fields, the empty text first.
    static List<String> nothings(List<FieldProfile> fields) {
        Set<String> words = new LinkedHashSet<>(List.of(""));
        fields.forEach(field -> words.addAll(field.nothings()));
        return List.copyOf(words);
    }

    String write(String name) {
        LogicalSource source = shape.source();
        String label = "rdfs:label " + quoted(name);
        String tokens = "rml:null "
                + String.join(" , ", nothings.stream().map(TurtleText::quoted).toList());
        String member = source.container().member().isEmpty()
                ? ""
                : " ; sg:member " + quoted(source.container().member());
        return switch (shape.form().kind()) {
            case TABLE, WORKBOOK ->
                "<source> a csvw:Table , rml:Source ; %s ; csvw:url %s%s ; %s%s .\n<records> a rml:LogicalSource ; rml:source <source> ; rml:referenceFormulation rml:CSV .\n"
                        .formatted(label, quoted(sample), member, tokens, dialect(source.dialect()));
            case JSON -> file(label, member + " ; " + tokens) + logical("rml:JSONPath", "");
            case XML ->
                file(label, member + " ; " + tokens)
                        + logical("[ a rml:XPathReferenceFormulation" + namespaces() + " ]", "");
        };
    }

    private String file(String label, String rest) {
        String encoding = shape.encoding().isEmpty() || shape.encoding().equals("UTF-8")
                ? ""
                : " ; rml:encoding " + quoted(shape.encoding());
        return "<source> a rml:RelativePathSource ; %s ; rml:root rml:MappingDirectory ; rml:path %s%s%s .\n"
                .formatted(label, quoted(sample), encoding, rest);
    }

    private String logical(String formulation, String rest) {
        return "<records> a rml:LogicalSource ; rml:source <source> ; rml:referenceFormulation %s ; rml:iterator %s%s .\n"
                .formatted(formulation, quoted(shape.source().iterator()), rest);
    }

    private String namespaces() {
        var text = new StringBuilder();
        shape.source()
                .namespaces()
                .forEach((prefix, iri) -> text.append(
                        " ;\n    rml:namespace [ a rml:Namespace ; rml:namespacePrefix %s ; rml:namespaceURL %s ]"
                                .formatted(quoted(prefix), quoted(iri))));
        return text.toString();
    }

    private String dialect(Dialect dialect) {
        List<String> parts = new ArrayList<>();
        if (!shape.encoding().isEmpty()) {
            parts.add("csvw:encoding " + quoted(shape.encoding()));
        }
        if (dialect.delimiter() != ',') {
            parts.add("csvw:delimiter " + quoted(Character.toString(dialect.delimiter())));
        }
        if (dialect.headerRows() == 0) {
            parts.add("csvw:header false");
        } else if (dialect.headerRows() > 1) {
            parts.add("csvw:headerRowCount " + dialect.headerRows());
        }
        if (dialect.skipRows() > 0) {
            parts.add("csvw:skipRows " + dialect.skipRows());
        }
        if (dialect.trim()) {
            parts.add("csvw:trim true");
        }
        var text = new StringBuilder();
        if (!parts.isEmpty()) {
            text.append(" ;\n  csvw:dialect [ ")
                    .append(String.join(" ; ", parts))
                    .append(" ]");
        }
        if (dialect.fillShortRows()) {
            text.append(" ;\n  sg:shortRows \"fill\"");
        }
        if (!dialect.stopAt().isEmpty()) {
            text.append(" ;\n  sg:stopAt ").append(quoted(dialect.stopAt()));
        }
        var unpivot = dialect.unpivot();
        if (unpivot != null) {
            text.append(" ;\n  sg:unpivot [ sg:columns %s ; sg:nameField %s ; sg:valueField %s ]"
                    .formatted(quoted(unpivot.columns()), quoted(unpivot.nameField()), quoted(unpivot.valueField())));
        }
        if (!dialect.columns().isEmpty()) {
            text.append(" ;\n  csvw:tableSchema [ csvw:column (");
            dialect.columns()
                    .forEach(column -> text.append("\n    [ csvw:name ")
                            .append(quoted(column))
                            .append(" ]"));
            text.append(" ) ]");
        }
        return text.toString();
    }
}
