package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.rules.ExpressionMap;
import de.stadtgraph.rml.rules.ExpressionMap.Template;
import de.stadtgraph.rml.rules.ExpressionMap.TemplatePart;
import de.stadtgraph.rml.rules.LogicalView;
import de.stadtgraph.rml.rules.ObjectRule;
import de.stadtgraph.rml.rules.PredicateObjectMap;
import de.stadtgraph.rml.rules.Rules;
import de.stadtgraph.rml.rules.TermMap;
import de.stadtgraph.rml.rules.TermType;
import de.stadtgraph.rml.rules.TriplesMap;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Proves for rules that no two records can make the same quad, so that none needs to be remembered.
///
/// The proof: the subject is an injective template of a declared (and checked) key, and no other rule with an
/// equal predicate can have an equal subject from another record. What is not proven may repeat. Immutable: it is made
/// once a mapping.
public final class RepeatProof {
    private static final String ENCODED_IN_VALUES = ":/?#[]@!$&'()*+,;=";

    private final List<TriplesMap> maps;
    private final boolean gathers;
    /// By triples map: the others with the same template over the same rows.
    private final List<List<TriplesMap>> ofSameRecord = new ArrayList<>();
    /// By triples map: those with other records that may have the same subject.
    private final List<List<TriplesMap>> ofOtherRecords = new ArrayList<>();

    public RepeatProof(Rules rules) {
        this.maps = rules.triplesMaps();
        this.gathers = gathers(maps);
        List<Start> starts = maps.stream().map(Start::of).toList();
        for (int i = 0; i < maps.size(); i++) {
            List<TriplesMap> same = new ArrayList<>();
            List<TriplesMap> others = new ArrayList<>();
            for (int j = 0; j < maps.size(); j++) {
                if (i == j) {
                    continue;
                }
                if (alwaysSameRecord(maps.get(i), maps.get(j))) {
                    same.add(maps.get(j));
                } else if (starts.get(i).mayShareSubject(starts.get(j))) {
                    others.add(maps.get(j));
                }
            }
            ofSameRecord.add(same);
            ofOtherRecords.add(others);
        }
    }

    /// Whether some map gathers collections.
    boolean gathers() {
        return gathers;
    }

    private static boolean gathers(List<TriplesMap> maps) {
        return maps.stream()
                .anyMatch(map -> map.subject().term().gather() != null
                        || map.rules().stream()
                                .flatMap(rule -> rule.objects().stream())
                                .anyMatch(object -> object instanceof ObjectRule.TermObject plain
                                        && plain.term().gather() != null));
    }

    /// Whether quads of a rule may be made by triples maps that read other records.
    ///
    /// @param map number of the rule's triples map
    /// @param predicates of the rule; none for the classes of the subject
    boolean isShared(int map, List<TermMap> predicates) {
        return ofOtherRecords.get(map).stream().anyMatch(other -> saysAny(other, predicates));
    }

    /// Whether no other rule over the same record can make the rule's quads.
    boolean isAlone(int map, List<TermMap> predicates) {
        if (predicates.size() > 1) {
            return false;
        }
        TriplesMap mine = maps.get(map);
        long same =
                mine.rules().stream().filter(rule -> mayEqual(rule, predicates)).count();
        boolean types = !mine.subject().classes().isEmpty() && saysType(predicates);
        boolean others = ofSameRecord.get(map).stream().anyMatch(other -> saysAny(other, predicates));
        return !others && same + (types ? 1 : 0) <= 1;
    }

    /// Numbers of the triples maps over the same records whose subjects are these terms.
    Set<Integer> withSubject(TriplesMap map, TermMap term) {
        Set<Integer> numbers = new HashSet<>();
        for (int i = 0; i < maps.size(); i++) {
            TriplesMap other = maps.get(i);
            boolean same = term.gather() == null
                    && term.expression() instanceof Template mine
                    && template(other) instanceof Template subject
                    && mine.parts().equals(subject.parts())
                    && term.type() == other.subject().term().type()
                    && JoinRules.sameRows(map.origin(), other.origin());
            if (same) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private static boolean saysType(List<TermMap> predicates) {
        return predicates.isEmpty()
                || predicates.stream()
                        .map(RepeatProof::constant)
                        .anyMatch(word -> word.isEmpty() || word.endsWith("#type"));
    }

    /// Whether different values always give different subjects.
    static boolean isInjective(TriplesMap map) {
        return template(map) instanceof Template template && references(template) != null;
    }

    /// Whether the subject is made of a declared key.
    static boolean hasKeySubject(TriplesMap map) {
        Set<String> references = template(map) instanceof Template template ? references(template) : null;
        return references != null
                && map.origin() instanceof LogicalView view
                && view.keys().stream().anyMatch(key -> !key.isEmpty() && references.containsAll(key));
    }

    /// The references of a template whose values stay apart, or null.
    private static @Nullable Set<String> references(Template template) {
        Set<String> references = new HashSet<>();
        boolean separated = true;
        for (TemplatePart part : template.parts()) {
            if (part.reference()) {
                if (!separated) {
                    return null;
                }
                references.add(part.text());
                separated = false;
            } else {
                separated |= part.text().chars().anyMatch(c -> ENCODED_IN_VALUES.indexOf(c) >= 0);
            }
        }
        return references;
    }

    private static ExpressionMap template(TriplesMap map) {
        TermType type = map.subject().term().type();
        return map.subject().term().gather() == null && (type == TermType.IRI || type == TermType.URI)
                ? map.subject().term().expression()
                : new ExpressionMap.FreshNode();
    }

    /// Equal subjects of the two can only come from one row.
    private static boolean alwaysSameRecord(TriplesMap a, TriplesMap b) {
        return a.origin().equals(b.origin())
                && template(a) instanceof Template first
                && template(b) instanceof Template second
                && first.parts().equals(second.parts());
    }

    /// What a subject's template says of all subjects that are made of it.
    ///
    /// @param isKnown whether it is a template of an IRI
    /// @param prefix the text that it begins with
    /// @param skeleton the characters that values cannot hold, in order: different ones never give equal IRIs
    private record Start(boolean isKnown, String prefix, String skeleton) {
        static Start of(TriplesMap map) {
            if (!(template(map) instanceof Template template)) {
                return new Start(false, "", "");
            }
            TemplatePart first = template.parts().getFirst();
            var skeleton = new StringBuilder();
            for (TemplatePart part : template.parts()) {
                for (int i = 0; i < part.text().length() && !part.reference(); i++) {
                    if (ENCODED_IN_VALUES.indexOf(part.text().charAt(i)) >= 0) {
                        skeleton.append(part.text().charAt(i));
                    }
                }
            }
            // A template that begins with a value may be completed by the base.
            return new Start(true, first.reference() ? "" : first.text(), first.reference() ? "" : skeleton.toString());
        }

        boolean mayShareSubject(Start other) {
            boolean comparable = prefix.startsWith(other.prefix) || other.prefix.startsWith(prefix);
            return !isKnown || !other.isKnown || (comparable && skeleton.equals(other.skeleton));
        }
    }

    private static boolean saysAny(TriplesMap map, List<TermMap> predicates) {
        return (saysType(predicates) && !map.subject().classes().isEmpty())
                || map.rules().stream().anyMatch(rule -> mayEqual(rule, predicates));
    }

    private static boolean mayEqual(PredicateObjectMap rule, List<TermMap> predicates) {
        for (TermMap mine : rule.predicates()) {
            String word = constant(mine);
            boolean type = predicates.isEmpty() && (word.isEmpty() || word.endsWith("#type"));
            if (type
                    || predicates.stream()
                            .anyMatch(other -> word.isEmpty()
                                    || constant(other).isEmpty()
                                    || constant(other).equals(word))) {
                return true;
            }
        }
        return false;
    }

    private static String constant(TermMap map) {
        return map.expression() instanceof ExpressionMap.Constant constant ? constant.text() : "";
    }
}
