package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Phrases;
import de.stadtgraph.workshop.MappingRule;
import de.stadtgraph.workshop.Sample;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/// Where a result comes from: the page of the thing, its receipt, the rule of the mapping that made the value.
/// Looks each rule up once. Used by one thread, for one request.
public final class Origins {
    private final String things;
    private final BiFunction<String, String, List<MappingRule>> rules;
    private final Map<String, List<MappingRule>> known = new HashMap<>();

    /// @param base canonical base of the IRIs
    /// @param rules rules by dataset and IRI of a property
    Origins(String base, BiFunction<String, String, List<MappingRule>> rules) {
        this.things = base + "id/";
        this.rules = rules;
    }

    /// An address about a thing, below this server; empty for a foreign IRI.
    ///
    /// @param kind `/doc/` or `/lineage/`
    public String path(Sample sample, String kind) {
        return sample.thing().startsWith(things) ? kind + sample.thing().substring(things.length()) : "";
    }

    /// The rule in words: fields and line; empty where no rule of the dataset makes the property.
    public String rule(String dataset, Sample sample, Phrases phrases) {
        if (sample.path().isEmpty()) {
            return "";
        }
        return known.computeIfAbsent(dataset + " " + sample.path(), _ -> rules.apply(dataset, sample.path())).stream()
                .map(rule -> phrases.get("shapes.mappingRule", String.join(", ", rule.fields()), rule.line()))
                .distinct()
                .collect(Collectors.joining("; "));
    }
}
