package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.plan.Findings.Place;
import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TermType;
import de.stadtgraph.rml.source.Value;
import de.stadtgraph.rml.term.Fault;
import de.stadtgraph.rml.term.IriSyntax;
import de.stadtgraph.rml.term.LanguageTags;
import de.stadtgraph.rml.term.PercentEncoding;
import de.stadtgraph.rml.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.jena.graph.Node;
import org.jspecify.annotations.Nullable;

/// Compiles term maps against a relation (RML-Core, "generated RDF term").
///
/// @param base completes relative IRIs of these terms
record TermCompiler(Relation relation, Environment environment, String rule, String base) {

    /// What a term that cannot be made does to its record.
    enum Weight {
        VALUE,
        RECORD
    }

    TermMaker compile(TermMap map, Weight weight) {
        TermMaker maker = when(map.condition(), unconditional(map, weight));
        return map.isStrict() ? (row, findings) -> maker.make(row, findings.strict()) : maker;
    }

    /// The terms where the condition holds.
    TermMaker when(@Nullable ExpressionMap stated, TermMaker maker) {
        if (stated == null) {
            return maker;
        }
        Expression condition = expressions().compile(stated);
        return (row, findings) -> holds(condition, row, findings) ? maker.make(row, findings) : List.of();
    }

    ExpressionCompiler expressions() {
        return new ExpressionCompiler(relation, environment, rule);
    }

    static boolean holds(Expression condition, Row row, Findings findings) {
        List<Value> values = condition.evaluate(row, findings);
        return !values.isEmpty()
                && values.stream().allMatch(value -> value.text().equals("true"));
    }

    private TermMaker unconditional(TermMap map, Weight weight) {
        if (map.gather() != null) {
            throw new IllegalStateException("a map that gathers needs its members");
        }
        if (map.expression() instanceof ExpressionMap.Constant constant
                && map.datatype() == null
                && map.language() == null) {
            List<Term> terms = List.of(constant(constant.value(), map));
            return (_, _) -> terms;
        }
        return switch (map.type()) {
            case IRI, URI, UNSAFE_IRI -> iris(map, weight);
            case BLANK_NODE -> blankNodes(map);
            case LITERAL -> new LiteralCompiler(this).compile(map);
        };
    }

    private Term constant(Node node, TermMap map) {
        if (node.isURI()) {
            return new Term.Iri(checked(node.getURI(), map.line()));
        }
        if (node.isBlank()) {
            return environment.blankNodes().term("constant " + map.line() + " " + rule);
        }
        String language = node.getLiteralLanguage();
        return new Term.Literal(
                node.getLiteralLexicalForm(),
                language.isEmpty() ? node.getLiteralDatatypeURI() : "",
                language.isEmpty() ? "" : LanguageTags.format(language));
    }

    private static String checked(String iri, long line) {
        if (!IriSyntax.isAbsolute(iri)) {
            throw new RuleException("bad-iri", line, "`" + iri + "` is no absolute IRI (RFC 3987)");
        }
        return iri;
    }

    private static UnaryOperator<String> encoding(TermType type) {
        return switch (type) {
            case IRI -> PercentEncoding::iriSafe;
            case URI -> PercentEncoding::uriSafe;
            case UNSAFE_IRI, BLANK_NODE, LITERAL -> UnaryOperator.identity();
        };
    }

    private TermMaker iris(TermMap map, Weight weight) {
        Expression expression = expressions().compile(map.expression(), encoding(map.type()));
        Place place = expressions().place(expression.fields());
        return (row, findings) -> {
            List<Term> terms = new ArrayList<>(1);
            for (Value value : expression.evaluate(row, findings)) {
                String iri = complete(value.text(), map.type());
                if (value.kind() == Value.Kind.NODE) {
                    findings.record(Fault.STRUCTURED_VALUE, place, "");
                } else if (iri != null) {
                    terms.add(new Term.Iri(iri));
                } else if (weight == Weight.RECORD) {
                    findings.record(Fault.BAD_IRI, place, value.text());
                } else {
                    findings.value(Fault.BAD_IRI, place, value.text());
                }
            }
            return terms;
        };
    }

    /// The IRI itself if it is absolute, else behind the base; null if neither is an IRI.
    private @Nullable String complete(String text, TermType type) {
        if (IriSyntax.isAbsolute(text)) {
            return text;
        }
        boolean unsafe = type == TermType.UNSAFE_IRI;
        if (unsafe && isWritable(text)) {
            return text;
        }
        String behind = base + text;
        boolean legal = IriSyntax.isAbsolute(behind) || (unsafe && isWritable(behind));
        return legal && !base.isEmpty() ? behind : null;
    }

    /// An unsafe IRI must at least be absolute; N-Quads writes what is no part of an IRI as an escape.
    private static boolean isWritable(String iri) {
        return IriSyntax.hasScheme(iri) && iri.chars().noneMatch(Character::isISOControl);
    }

    private TermMaker blankNodes(TermMap map) {
        if (map.expression() instanceof ExpressionMap.FreshNode) {
            return (row, _) -> List.of(environment.blankNodes().term("fresh " + rule + " " + row.slots()));
        }
        Expression expression = expressions().compile(map.expression());
        return (row, findings) -> expression.evaluate(row, findings).stream()
                .map(value -> environment.blankNodes().term("label " + value.text()))
                .toList();
    }
}
