package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Datatypes;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.IriSyntax;
import de.stadtgraph.rml.term.LanguageTags;
import de.stadtgraph.rml.term.PercentEncoding;
import de.stadtgraph.rml.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Compiles term maps of literals: datatype, language, natural datatype.
record LiteralCompiler(TermCompiler terms) {
    private static final String STRING = Term.XSD + "string";

    TermMaker compile(TermMap map) {
        checkLanguage(map);
        Expression text = terms.expressions().compile(map.expression());
        Expression datatype =
                map.datatype() == null ? null : terms.expressions().compile(map.datatype(), PercentEncoding::iriSafe);
        Expression language = optional(map.language());
        var fields = new TreeSet<>(text.fields());
        if (language != null) {
            fields.addAll(language.fields());
        }
        var maker = new Maker(
                terms.base(), text, datatype, language, terms.expressions().place(fields));
        return maker::make;
    }

    private static void checkLanguage(TermMap map) {
        if (map.language() instanceof ExpressionMap.Constant constant && !LanguageTags.isWellFormed(constant.text())) {
            throw new RuleException("language", map.line(), "`" + constant.text() + "` is no language tag (BCP 47)");
        }
    }

    private @Nullable Expression optional(@Nullable ExpressionMap map) {
        return map == null ? null : terms.expressions().compile(map);
    }

    private record Maker(
            String base,
            Expression text,
            @Nullable Expression datatype,
            @Nullable Expression language,
            Place place) {

        List<Term> make(Row row, Findings findings) {
            List<Value> values = text.evaluate(row, findings);
            if (values.isEmpty()) {
                return List.of();
            }
            List<Term> terms = new ArrayList<>(values.size());
            for (Value value : values) {
                Term term = value.kind() == Value.Kind.NODE ? structured(findings) : literal(value, row, findings);
                if (term != null) {
                    terms.add(term);
                }
            }
            return terms;
        }

        private @Nullable Term structured(Findings findings) {
            findings.record(Fault.STRUCTURED_VALUE, place, "");
            return null;
        }

        private @Nullable Term literal(Value value, Row row, Findings findings) {
            if (language != null) {
                return tagged(value, language.evaluate(row, findings), findings);
            }
            if (datatype != null) {
                return typed(value, datatype.evaluate(row, findings), findings);
            }
            return natural(value, findings);
        }

        private @Nullable Term tagged(Value value, List<Value> tags, Findings findings) {
            if (tags.isEmpty()) {
                return null;
            }
            String tag = tags.getFirst().text();
            if (!LanguageTags.isWellFormed(tag)) {
                findings.value(Fault.BAD_LANGUAGE, place, tag);
                return null;
            }
            return new Term.Literal(value.text(), "", LanguageTags.format(tag));
        }

        private @Nullable Term typed(Value value, List<Value> types, Findings findings) {
            if (types.isEmpty()) {
                return null;
            }
            String given = types.getFirst().text();
            String type = IriSyntax.hasScheme(given) ? given : base + given;
            if (!IriSyntax.isAbsolute(type) || !Datatypes.isLexicalForm(value.text(), type)) {
                findings.value(Fault.BAD_DATATYPE, place, value.text());
                return null;
            }
            return new Term.Literal(value.text(), type, "");
        }

        private @Nullable Term natural(Value value, Findings findings) {
            return switch (value.kind()) {
                case TEXT, NODE -> new Term.Literal(value.text(), STRING, "");
                case BOOLEAN -> new Term.Literal(value.text(), Term.XSD + "boolean", "");
                case FLOATING ->
                    checked(Datatypes.canonicalDouble(value.text()).orElse(value.text()), "double", findings);
                case DECIMAL -> checked(value.text(), "decimal", findings);
                case DATE -> checked(value.text(), "date", findings);
                case TIME -> checked(value.text(), "time", findings);
                case DATE_TIME -> checked(value.text(), "dateTime", findings);
                case BINARY -> new Term.Literal(value.text(), Term.XSD + "hexBinary", "");
                case NUMBER ->
                    Datatypes.isInteger(value.text())
                            ? new Term.Literal(value.text(), Term.XSD + "integer", "")
                            : Datatypes.canonicalDouble(value.text())
                                    .map(number -> new Term.Literal(number, Term.XSD + "double", ""))
                                    .orElseGet(() -> new Term.Literal(value.text(), STRING, ""));
            };
        }

        /// Databases know values that XML Schema does not, such as the date `infinity`.
        private @Nullable Term checked(String text, String name, Findings findings) {
            if (!Datatypes.isLexicalForm(text, Term.XSD + name)) {
                findings.value(Fault.BAD_DATATYPE, place, text);
                return null;
            }
            return new Term.Literal(text, Term.XSD + name, "");
        }
    }
}
