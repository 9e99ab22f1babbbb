package de.stadtgraph.http.sparql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.Labels;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.http.Statistics;
import de.stadtgraph.http.Visit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// What the editor completes with: the classes of the state with their properties, all properties, prefixes. Terms have
/// their label and how often they are used.
final class Completion {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Negotiated ANSWER = new Negotiated(MediaTypes.JSON, "application/json", true);

    void answer(Visit visit) throws JsonProcessingException {
        if (visit.isUnchanged(ANSWER, "lang")) {
            return;
        }
        Labels labels = visit.labels();
        List<Map<String, Object>> classes = new ArrayList<>();
        for (Statistics.Use use : visit.statistics().classes()) {
            Map<String, Object> term = term(labels, use);
            term.put(
                    "properties",
                    visit.partitions().properties(use.term()).stream()
                            .map(property -> Prefixes.shorten(property.term().getURI()))
                            .toList());
            classes.add(term);
        }
        List<Map<String, Object>> properties = visit.statistics().properties().stream()
                .map(use -> term(labels, use))
                .toList();
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("prefixes", new TreeMap<>(Prefixes.ALL));
        all.put("classes", classes);
        all.put("properties", properties);
        visit.send(ANSWER, JSON.writeValueAsBytes(all));
    }

    private static Map<String, Object> term(Labels labels, Statistics.Use use) {
        Map<String, Object> term = new LinkedHashMap<>();
        term.put("name", Prefixes.shorten(use.term().getURI()));
        term.put("label", labels.of(use.term()).text());
        term.put("count", use.count());
        return term;
    }
}
