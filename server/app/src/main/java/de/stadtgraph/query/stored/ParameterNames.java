package de.stadtgraph.query.stored;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.core.Var;

/// How the name of a variable says that it is a parameter, and of which type: `?_genus_iri` is `genus`, an IRI.
/// Stateless.
final class ParameterNames {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final Set<String> LANGUAGES = Set.of("de", "en");

    private ParameterNames() {}

    /// The variables of a query that are parameters.
    static Set<String> variables(Query query) {
        Set<String> names = new LinkedHashSet<>();
        List<Var> all = OpVars.mentionedVars(Algebra.compile(query)).stream()
                .sorted(Comparator.comparing(Var::getVarName))
                .toList();
        for (Var variable : all) {
            if (variable.getVarName().startsWith("_")) {
                names.add(variable.getVarName());
            }
        }
        return names;
    }

    /// The variable of a parameter.
    static Optional<String> variable(String name, Set<String> variables) {
        return variables.stream()
                .filter(variable -> variable.matches("__?" + name + "(_.*)?"))
                .findFirst();
    }

    /// The type of a parameter: what its entry says must agree with its variable.
    static ParameterType type(FrontMatter entry, String variable, String name) {
        String suffix = variable.replaceFirst("^__?" + name + "_?", "");
        String stated = entry.required("type");
        ParameterType type = switch (stated) {
            case "string" -> new ParameterType.Words(Optional.empty());
            case "text" -> new ParameterType.Words(Optional.of(suffix).filter(LANGUAGES::contains));
            case "iri" -> new ParameterType.AnyIri();
            case "concept" -> new ParameterType.Concept(entry.required("scheme"));
            case "thing" -> new ParameterType.Thing(entry.required("class"));
            default -> typed(entry, stated);
        };
        String wanted = switch (type) {
            case ParameterType.Words(Optional<String> language) -> language.orElse("");
            case ParameterType.AnyIri() -> "iri";
            case ParameterType.Concept _, ParameterType.Thing _ -> "iri";
            case ParameterType.Typed _ -> stated.replace(':', '_');
        };
        if (!suffix.equals(wanted)) {
            throw entry.wrong(
                    "type",
                    stated + " goes with a variable ?" + variable.replaceAll("[^_].*", "") + name
                            + (wanted.isEmpty() ? "" : "_" + wanted) + ", not ?" + variable);
        }
        return type;
    }

    private static ParameterType typed(FrontMatter entry, String stated) {
        if (ParameterType.XSD.contains(stated)) {
            return new ParameterType.Typed(XSD + stated);
        }
        Map<String, String> known = Map.of("xsd", XSD, "geo", "http://www.opengis.net/ont/geosparql#");
        String[] parts = stated.split(":", 2);
        String namespace = known.get(parts[0]);
        if (parts.length < 2 || namespace == null) {
            throw entry.wrong("type", stated + " is no type of parameters");
        }
        return new ParameterType.Typed(namespace + parts[1]);
    }
}
