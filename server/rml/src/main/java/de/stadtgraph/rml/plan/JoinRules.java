package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.TemplatePart;
import de.stadtgraph.rml.rules.JoinCondition;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.ObjectRule;
import de.stadtgraph.rml.rules.ObjectRule.RefObjectMap;
import de.stadtgraph.rml.rules.Origin;
import de.stadtgraph.rml.rules.PredicateObjectMap;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Rules;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TermType;
import de.stadtgraph.rml.rules.TriplesMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// What can be told of joins (`rml:RefObjectMap`) before any record is read. Stateless.
record JoinRules(Rules rules) {

    TriplesMap parent(RefObjectMap joined) {
        return rules.triplesMaps().stream()
                .filter(map -> map.name().equals(joined.parentTriplesMap()))
                .findFirst()
                .orElseThrow(() -> new RuleException("no-parent", joined.line(), "there is no such triples map"));
    }

    /// The term map of an object that needs no other row.
    TermMap term(ObjectRule object) {
        return switch (object) {
            case ObjectRule.TermObject plain -> plain.term();
            case RefObjectMap joined -> parent(joined).subject().term();
        };
    }

    /// The rule without the conditions of joins that pair the rows of a table with each other by the key that the
    /// child's subject is made of: each row with itself gives the same statements, and k rows give no k².
    PredicateObjectMap within(TriplesMap child, PredicateObjectMap rule) {
        List<ObjectRule> objects = rule.objects().stream()
                .map(object -> child.origin() instanceof LogicalSource source
                                && source.format().isTable()
                                && object instanceof RefObjectMap joined
                                && pairsRowsWithThemselves(child, rule, joined)
                        ? new RefObjectMap(joined.parentTriplesMap(), List.of(), joined.line())
                        : object)
                .toList();
        return new PredicateObjectMap(rule.predicates(), objects, rule.graphs());
    }

    /// Whether the join pairs the records of a source with each other, and for those with one value a field it is
    /// enough
    /// to pair each with itself: what another one of the same key would say of it, it says itself.
    boolean pairsRowsWithThemselves(TriplesMap child, PredicateObjectMap rule, RefObjectMap joined) {
        TermMap offered = parent(joined).subject().term();
        boolean sameTerms = child.origin() instanceof LogicalSource source
                && !joined.conditions().isEmpty()
                && sameRows(source, parent(joined).origin())
                && offered.condition() == null
                && offered.gather() == null
                && offered.type() != TermType.BLANK_NODE
                && joined.conditions().stream().allMatch(JoinRules::isOfOneField);
        if (!sameTerms) {
            return false;
        }
        Set<String> fields = fields(joined);
        Set<String> said = references(offered);
        says(child, rule).forEach(term -> said.addAll(references(term)));
        // A record that lacks a key has no pair; so what is said must need each key.
        return said.containsAll(fields) && says(child, rule).allMatch(term -> isMadeOf(term, fields));
    }

    private static Set<String> references(TermMap term) {
        Set<String> references = new HashSet<>();
        if (term.expression() instanceof ExpressionMap.Reference reference) {
            references.add(reference.text());
        } else if (term.expression() instanceof ExpressionMap.Template template) {
            template.parts().stream().filter(TemplatePart::reference).forEach(part -> references.add(part.text()));
        }
        return references;
    }

    /// Subject, predicates and graphs of the rule's statements.
    private static Stream<TermMap> says(TriplesMap child, PredicateObjectMap rule) {
        return Stream.of(
                        Stream.of(child.subject().term()),
                        child.subject().graphs().stream(),
                        rule.predicates().stream(),
                        rule.graphs().stream())
                .flatMap(terms -> terms);
    }

    private static Set<String> fields(RefObjectMap joined) {
        Set<String> fields = new HashSet<>();
        joined.conditions().forEach(condition -> fields.add(((ExpressionMap.Reference) condition.child()).text()));
        return fields;
    }

    private static boolean isOfOneField(JoinCondition condition) {
        return condition.child() instanceof ExpressionMap.Reference child
                && condition.parent() instanceof ExpressionMap.Reference parent
                && child.text().equals(parent.text());
    }

    /// Whether equal values of the fields give the same terms.
    static boolean isMadeOf(TermMap term, Set<String> fields) {
        if (term.condition() != null || term.gather() != null || term.datatype() != null || term.language() != null) {
            return false;
        }
        return switch (term.expression()) {
            case ExpressionMap.Constant _ -> true;
            case ExpressionMap.Reference reference -> fields.contains(reference.text());
            case ExpressionMap.Template template ->
                template.parts().stream()
                        .filter(TemplatePart::reference)
                        .allMatch(part -> fields.contains(part.text()));
            case ExpressionMap.FunctionExecution _, ExpressionMap.FreshNode _ -> false;
        };
    }

    /// Whether the join has one key, a reference on both sides.
    static boolean hasOneReference(RefObjectMap joined) {
        return joined.conditions().size() == 1
                && joined.conditions().getFirst().child() instanceof ExpressionMap.Reference
                && joined.conditions().getFirst().parent() instanceof ExpressionMap.Reference;
    }

    /// Whether the terms are IRIs that stand in N-Quads as they are.
    static boolean offersIris(TermMap subject) {
        return subject.gather() == null && (subject.type() == TermType.IRI || subject.type() == TermType.URI);
    }

    static boolean sameRows(Origin a, Origin b) {
        return a.equals(b)
                || (a instanceof LogicalSource first && b instanceof LogicalSource second && first.sameRecords(second));
    }
}
