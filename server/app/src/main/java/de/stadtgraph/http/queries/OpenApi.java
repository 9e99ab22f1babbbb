package de.stadtgraph.http.queries;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import de.stadtgraph.http.Front;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Route;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.Language;
import de.stadtgraph.query.stored.Parameter;
import de.stadtgraph.query.stored.ParameterType;
import de.stadtgraph.query.stored.StoredQueries;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The OpenAPI 3.1 description of all routes, with every stored query as an operation of its own. Made once, from
/// memory; safe for many threads.
public final class OpenApi {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);
    private static final Negotiated ANSWER = new Negotiated(MediaTypes.JSON, "application/json", true);
    private static final Pattern SEGMENT = Pattern.compile("[{<]([a-zA-Z]+)[}>]");

    private final byte[] german;
    private final byte[] english;

    private OpenApi(Front front, StoredQueries queries, List<Route> routes) {
        this.german = document(front, queries, routes, Language.DE);
        this.english = document(front, queries, routes, Language.EN);
    }

    /// The route of the description.
    ///
    /// @param routes all other routes
    public static Route of(Front front, StoredQueries queries, List<Route> routes) {
        var api = new OpenApi(front, queries, routes);
        return Route.get("/openapi.json", "openapi", front.reading(api::answer));
    }

    private void answer(Visit visit) {
        if (!visit.isUnchanged(ANSWER)) {
            visit.send(ANSWER, visit.language() == Language.DE ? german : english);
        }
    }

    private static byte[] document(Front front, StoredQueries queries, List<Route> routes, Language language) {
        Map<String, Object> paths = new LinkedHashMap<>();
        for (StoredQuery query : queries.all()) {
            paths.put("/query/" + query.name(), Map.of("get", operation(query, language)));
        }
        for (Route route : routes) {
            if (!route.path().startsWith("/workshop") && !route.path().startsWith("/workspace")) {
                @SuppressWarnings("unchecked")
                var path = (Map<String, Object>) paths.computeIfAbsent(
                        SEGMENT.matcher(route.path()).replaceAll("{$1}"), _ -> new LinkedHashMap<String, Object>());
                path.put(route.method().name().toLowerCase(Locale.ROOT), operation(route));
            }
        }
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("openapi", "3.1.0");
        document.put(
                "info",
                Map.of(
                        "title", "Stadtgraph " + front.site().city().in(language),
                        "version", front.site().software().version(),
                        "description", front.messages().in(language).get("openapi.description")));
        document.put("servers", List.of(Map.of("url", front.site().iris().base().replaceAll("/$", ""))));
        document.put("paths", paths);
        document.put("components", Map.of("schemas", Map.of("Problem", problem())));
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a description is plain values", e);
        }
    }

    private static Map<String, Object> operation(StoredQuery query, Language language) {
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put("operationId", query.name());
        operation.put("summary", query.title().in(language));
        operation.put("description", query.question().in(language));
        operation.put("tags", List.of(query.topic()));
        if (query.replacement().isPresent()) {
            operation.put("deprecated", true);
        }
        List<Object> parameters = new ArrayList<>();
        for (Parameter parameter : query.parameters()) {
            parameters.add(parameter(parameter, language));
        }
        parameters.add(
                simple("format", Map.of("type", "string", "enum", List.of("json", "csv", "tsv", "xml", "html"))));
        parameters.add(simple("page", Map.of("type", "integer", "minimum", 1)));
        parameters.add(simple("page-size", Map.of("type", "integer", "minimum", 1, "maximum", 10_000)));
        operation.put("parameters", parameters);
        operation.put(
                "responses",
                responses(Map.of(
                        "application/sparql-results+json", Map.of("schema", Map.of("type", "object")),
                        "text/csv", Map.of("schema", Map.of("type", "string")))));
        return operation;
    }

    private static Map<String, Object> parameter(Parameter parameter, Language language) {
        Map<String, Object> schema = new LinkedHashMap<>();
        boolean integer = parameter.type() instanceof ParameterType.Typed(String type) && type.endsWith("#integer");
        schema.put("type", integer ? "integer" : "string");
        if (!parameter.bounds().values().isEmpty()) {
            schema.put("enum", parameter.bounds().values());
        }
        parameter.usual().ifPresent(value -> schema.put("default", value));
        if (integer) {
            bound(parameter.bounds().min()).ifPresent(value -> schema.put("minimum", value));
            bound(parameter.bounds().max()).ifPresent(value -> schema.put("maximum", value));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", parameter.name());
        json.put("in", "query");
        json.put("required", parameter.required());
        json.put(
                "description",
                parameter.label().in(language) + " – " + parameter.type().shortName());
        json.put("schema", schema);
        return json;
    }

    private static Optional<Long> bound(Optional<String> bound) {
        return bound.filter(text -> text.matches("-?[0-9]{1,18}")).map(Long::valueOf);
    }

    private static Map<String, Object> simple(String name, Map<String, Object> schema) {
        return Map.of("name", name, "in", "query", "required", false, "schema", schema);
    }

    private static Map<String, Object> operation(Route route) {
        List<Object> parameters = new ArrayList<>();
        Matcher segments = SEGMENT.matcher(route.path());
        while (segments.find()) {
            parameters.add(Map.of(
                    "name", segments.group(1), "in", "path", "required", true, "schema", Map.of("type", "string")));
        }
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put(
                "operationId",
                route.name() + "-" + route.method().name().toLowerCase(Locale.ROOT)
                        + (parameters.isEmpty() ? "" : "-by-" + segmentNames(route)));
        operation.put("tags", List.of("server"));
        operation.put("parameters", parameters);
        operation.put("responses", responses(Map.of()));
        return operation;
    }

    private static String segmentNames(Route route) {
        return String.join(
                "-",
                SEGMENT.matcher(route.path())
                        .results()
                        .map(found -> found.group(1))
                        .toList());
    }

    private static Map<String, Object> responses(Map<String, Object> content) {
        Map<String, Object> fine = new LinkedHashMap<>();
        fine.put("description", "OK");
        if (!content.isEmpty()) {
            fine.put("content", content);
        }
        Map<String, Object> wrong = Map.of(
                "description",
                "RFC 9457",
                "content",
                Map.of("application/problem+json", Map.of("schema", Map.of("$ref", "#/components/schemas/Problem"))));
        return Map.of("200", fine, "default", wrong);
    }

    private static Map<String, Object> problem() {
        Map<String, Object> text = Map.of("type", "string");
        return Map.of(
                "type", "object",
                "required", List.of("type", "title", "status", "code"),
                "properties",
                        Map.of(
                                "type",
                                text,
                                "title",
                                text,
                                "status",
                                Map.of("type", "integer"),
                                "detail",
                                text,
                                "instance",
                                text,
                                "code",
                                text));
    }
}
