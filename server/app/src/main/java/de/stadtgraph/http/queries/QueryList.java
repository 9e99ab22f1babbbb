package de.stadtgraph.http.queries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Visit;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Answers `/query`: all questions, by topic.
final class QueryList {
    private static final ObjectMapper JSON = new ObjectMapper();

    private static final Map<String, String> TOPICS = Map.of(
            "areas", "topic.areas",
            "budget", "topic.budget",
            "environment", "topic.environment",
            "green", "topic.green",
            "mobility", "topic.mobility",
            "population", "topic.population",
            "quality", "topic.quality");

    private final StoredQueries queries;

    QueryList(StoredQueries queries) {
        this.queries = queries;
    }

    void answer(Visit visit) throws JsonProcessingException {
        Negotiated negotiated =
                ContentNegotiation.choose(visit.context(), MediaTypes.PAGE_OR_JSON, Optional.empty(), "/query");
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        if (negotiated.isHtml()) {
            visit.page(
                    "queries",
                    new QueriesPage(visit.frame(visit.word("queries.title"), "", List.of()), topics(visit)),
                    List.of());
            return;
        }
        List<Map<String, Object>> all = new ArrayList<>();
        for (StoredQuery query : queries.all()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("name", query.name());
            json.put("url", "/query/" + query.name());
            json.put("title", query.title().in(visit.language()));
            json.put("question", query.question().in(visit.language()));
            json.put("datasets", query.datasets());
            json.put(
                    "parameters",
                    query.parameters().stream()
                            .map(parameter -> parameter.name())
                            .toList());
            all.add(json);
        }
        visit.send(negotiated, JSON.writeValueAsBytes(Map.of("queries", all)));
    }

    private List<QueriesPage.Topic> topics(Visit visit) {
        Map<String, List<StoredQuery>> byTopic = new TreeMap<>();
        for (StoredQuery query : queries.all()) {
            if (query.replacement().isEmpty()) {
                byTopic.computeIfAbsent(query.topic(), _ -> new ArrayList<>()).add(query);
            }
        }
        List<QueriesPage.Topic> topics = new ArrayList<>();
        byTopic.forEach((topic, list) -> topics.add(new QueriesPage.Topic(title(visit, topic), list)));
        return topics;
    }

    /// The name of a topic where the bundle has one, else the name of its folder.
    private static String title(Visit visit, String topic) {
        String key = TOPICS.get(topic);
        return key == null ? topic : visit.word(key);
    }
}
