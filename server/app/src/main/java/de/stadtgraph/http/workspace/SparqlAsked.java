package de.stadtgraph.http.workspace;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// A query or an update as it was asked (SPARQL 1.1 Protocol, sections 2.1 and 2.2). Immutable.
///
/// @param isUpdate whether it changes the draft
/// @param text the query or the update
/// @param parameters graphs that it works on, and the format of its answer
record SparqlAsked(boolean isUpdate, String text, Map<String, List<String>> parameters) {
    private static final String QUERY = "query";
    private static final String UPDATE = "update";
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final Set<String> OF_QUERIES =
            Set.of("default-graph-uri", "named-graph-uri", "format", "output", "results");
    private static final Set<String> OF_UPDATES = Set.of("using-graph-uri", "using-named-graph-uri");

    static SparqlAsked byAddress(Context context) {
        if (context.queryParamMap().containsKey(UPDATE)) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text("Änderungen werden mit POST gesendet.", "Updates are sent with POST."));
        }
        return of(QUERY, context.queryParamMap(), List.of());
    }

    static SparqlAsked byBody(Context context) {
        String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
        boolean utf8 = !type.contains("charset") || type.matches(".*charset=\"?utf-8\"?.*");
        String media = utf8 ? type.split(";", 2)[0].strip() : "";
        return switch (media) {
            case FORM -> form(context);
            case "application/sparql-query" -> of(QUERY, context.queryParamMap(), List.of(body(context)));
            case "application/sparql-update" -> of(UPDATE, context.queryParamMap(), List.of(body(context)));
            default ->
                throw new ServerException(
                                ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                                new Text(
                                        "Erlaubt sind Formulare, Anfragen und Änderungen in UTF-8.",
                                        "Send a form, a query or an update in UTF-8."))
                        .with("accepted", List.of(FORM, "application/sparql-query", "application/sparql-update"));
        };
    }

    private static SparqlAsked form(Context context) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        context.queryParamMap().forEach((name, values) -> all.put(name, new ArrayList<>(values)));
        context.formParamMap()
                .forEach((name, values) ->
                        all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values));
        if (all.containsKey(QUERY) && all.containsKey(UPDATE)) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST, new Text("Entweder query oder update.", "Either query or update."));
        }
        return of(all.containsKey(UPDATE) ? UPDATE : QUERY, all, List.of());
    }

    private static SparqlAsked of(String kind, Map<String, List<String>> all, List<String> body) {
        List<String> texts = new ArrayList<>(all.getOrDefault(kind, List.of()));
        texts.addAll(body);
        if (texts.size() != 1 || texts.getFirst().isBlank()) {
            throw new ServerException(
                    ErrorCode.QUERY_MISSING,
                    new Text(
                            texts.size() + " statt einer Anfrage oder Änderung.",
                            texts.size() + " instead of one query or update."));
        }
        boolean isUpdate = kind.equals(UPDATE);
        Map<String, List<String>> known = new LinkedHashMap<>(all);
        known.keySet().retainAll(isUpdate ? OF_UPDATES : OF_QUERIES);
        return new SparqlAsked(isUpdate, texts.getFirst(), known);
    }

    private static String body(Context context) {
        return new String(context.bodyAsBytes(), StandardCharsets.UTF_8);
    }

    /// What the processor sees: one kind of request, relative IRIs resolved as everywhere.
    PlainRequest.Form form(String base) {
        String based = "BASE <" + base + ">\n" + text;
        return new PlainRequest.Form(
                "POST",
                isUpdate ? "application/sparql-update" : "application/sparql-query",
                based.getBytes(StandardCharsets.UTF_8),
                parameters);
    }
}
