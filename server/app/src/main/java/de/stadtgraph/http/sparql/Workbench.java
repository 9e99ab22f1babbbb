package de.stadtgraph.http.sparql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// What the workbench is made of besides the query and its answer: examples, words of its scripts. Immutable.
///
/// @param examples queries to start with, by topic
/// @param words words of the scripts as JSON
/// @param nonce mark of the styles that the editor makes
/// @param base what the IRIs of this city begin with
public record Workbench(List<Example> examples, String words, String nonce, String base) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> WORDS = List.of(
            "workbench.query",
            "workbench.running",
            "workbench.failed",
            "workbench.rowsIn",
            "workbench.state",
            "workbench.complete",
            "workbench.cut",
            "workbench.table",
            "workbench.chart",
            "workbench.map",
            "workbench.pivot",
            "workbench.answer",
            "workbench.views",
            "workbench.download",
            "workbench.use",
            "workbench.copy",
            "workbench.copied",
            "workbench.tooLong",
            "workbench.shared",
            "workbench.tab",
            "workbench.newTab",
            "workbench.close",
            "workbench.insert",
            "workbench.plan",
            "workbench.planLead",
            "workbench.step",
            "workbench.expected",
            "workbench.seen",
            "workbench.time",
            "workbench.noChart",
            "workbench.noMap",
            "workbench.count",
            "workbench.rows",
            "workbench.columns",
            "workbench.value",
            "workbench.yes",
            "workbench.no",
            "workbench.qgis",
            "workbench.excel");

    /// A query to start with.
    public record Example(String title, String query) {}

    /// The workbench of one answer; the answer's headers allow what the editor needs.
    static Workbench of(Visit visit, StoredQueries queries) {
        return new Workbench(
                examples(visit, queries),
                words(visit),
                visit.editorNonce(),
                visit.site().iris().base());
    }

    private static List<Example> examples(Visit visit, StoredQueries queries) {
        List<Example> examples = new ArrayList<>();
        for (StoredQuery query : queries.all()) {
            if (query.replacement().isEmpty()) {
                examples.add(new Example(
                        query.question().in(visit.language()), query.sparql().strip()));
            }
        }
        return examples;
    }

    private static String words(Visit visit) {
        Map<String, String> words = new LinkedHashMap<>();
        WORDS.forEach(key -> words.put(key.substring(key.indexOf('.') + 1), visit.word(key)));
        try {
            return JSON.writeValueAsString(words);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("words are plain texts", e);
        }
    }
}
