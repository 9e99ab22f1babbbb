package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Sh;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Node;

/// A constraint that the data almost meet already. Nothing is applied by itself. Immutable.
///
/// @param rule what would be demanded
/// @param type class whose instances would be judged
/// @param property property that would be judged
/// @param constraints SHACL parameters and their values in Turtle, in order
/// @param support things, or values, that meet it
/// @param total things, or values, that would be judged
public record Suggestion(
        Rule rule, Node type, Node property, Map<String, String> constraints, long support, long total) {

    private static final Map<String, String> PREFIXES = Map.of("sh", Sh.NAMESPACE, "jmo", Jmo.NAMESPACE);

    /// What a suggestion may demand.
    public enum Rule {
        /// Every thing has a value.
        PRESENT("mindestens einen Wert für", "at least one value of"),
        /// No thing has two values.
        SINGLE("höchstens einen Wert für", "at most one value of"),
        /// All values are literals of one datatype.
        DATATYPE("Werte eines Datentyps für", "values of one datatype for"),
        /// All values are IRIs.
        IRI("IRIs als Werte von", "IRIs as values of"),
        /// All values are from a short list.
        LISTED("Werte aus einer kurzen Liste für", "values from a short list for"),
        /// All numbers lie between two bounds.
        RANGE("Zahlen in festen Grenzen für", "numbers within bounds for");

        private final Text demand;

        Rule(String de, String en) {
            this.demand = new Text(de, en);
        }
    }

    public Suggestion {
        if (support > total || total < 1) {
            throw new IllegalArgumentException("support of " + support + " in " + total);
        }
    }

    /// Share of what meets it, 0 to 1, four digits.
    public BigDecimal confidence() {
        return new BigDecimal(support).divide(new BigDecimal(total), 4, RoundingMode.DOWN);
    }

    /// The evidence in one sentence: how many of those judged meet the demand.
    public Text sentence() {
        return new Text(sentence(Locale.GERMANY, "von", rule.demand.de()), sentence(Locale.UK, "of", rule.demand.en()));
    }

    private String sentence(Locale locale, String of, String demand) {
        BigDecimal percent = confidence().movePointRight(2).setScale(1, RoundingMode.DOWN);
        return String.format(
                locale,
                "%s: %s %s – %,.1f %% (%,d %s %,d)",
                local(type),
                demand,
                local(property),
                percent,
                support,
                of,
                total);
    }

    /// The demand as a property shape in Turtle, as the families write it; light severity, so that a person decides.
    ///
    /// @param family IRI of the family it would join
    public String turtle(String family) {
        var text = new StringBuilder();
        text.append("<%s#%s%s%s> a sh:PropertyShape ;\n"
                .formatted(
                        family,
                        local(type),
                        capital(local(property)),
                        capital(rule.name().toLowerCase(Locale.ROOT))));
        text.append("  sh:name \"%s: %s\"@de , \"%s: %s\"@en ;\n"
                .formatted(local(type), local(property), local(type), local(property)));
        text.append("  sh:targetClass <%s> ;\n  sh:severity sh:Info ;\n  sh:path <%s> ;\n"
                .formatted(type.getURI(), property.getURI()));
        constraints.forEach((parameter, value) -> text.append("  " + parameter + " " + value + " ;\n"));
        text.append("  sh:message \"Erwartet: %s %s.\"@de , \"Expected: %s %s.\"@en ;\n"
                .formatted(rule.demand.de(), local(property), rule.demand.en(), local(property)));
        text.append(
                "  jmo:repairHint \"Den Wert in der Quelle prüfen.\"@de , \"Check the value at the source.\"@en .\n");
        return text.toString();
    }

    /// Names the suggestion as long as the data propose it.
    public String key() {
        return Drafts.tag(type.getURI() + " " + property.getURI() + " " + rule);
    }

    /// The text of a family with the demand at its end, and the prefixes that it needs.
    ///
    /// @param family IRI of the family
    String appendedTo(String shapes, String family) {
        var text = new StringBuilder(shapes.stripTrailing()).append("\n\n");
        PREFIXES.forEach((prefix, namespace) -> {
            if (!shapes.contains("prefix " + prefix + ": <" + namespace + ">")) {
                text.append("@prefix %s: <%s> .\n".formatted(prefix, namespace));
            }
        });
        return text.append(turtle(family)).toString();
    }

    private static String capital(String word) {
        return word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    private static String local(Node node) {
        String iri = node.getURI();
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }
}
