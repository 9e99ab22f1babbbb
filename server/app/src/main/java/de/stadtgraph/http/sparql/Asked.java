package de.stadtgraph.http.sparql;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.QueryRequest;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The parameters of one request, wherever they came: address, form, or address and body (SPARQL 1.1 Protocol,
/// section 2.1). Immutable.
record Asked(Map<String, List<String>> parameters, Optional<String> body) {
    private static final Set<String> KNOWN = Set.of(
            "query",
            "default-graph-uri",
            "named-graph-uri",
            "format",
            "output",
            "results",
            "timeout",
            "limit",
            "offset",
            "lang");
    private static final Pattern TIME = Pattern.compile("([0-9]{1,6}(?:\\.[0-9]{1,6})?)(ms|s)?");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String QUERY = "application/sparql-query";

    static Asked byAddress(Context context) {
        return new Asked(context.queryParamMap(), Optional.empty());
    }

    static Asked byBody(Context context) {
        String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
        String media = type.split(";", 2)[0].strip();
        boolean utf8 = !type.contains("charset") || type.matches(".*charset=\"?utf-8\"?.*");
        if (media.equals(FORM) && utf8) {
            Map<String, List<String>> all = new LinkedHashMap<>(context.queryParamMap());
            context.formParamMap()
                    .forEach((name, values) ->
                            all.computeIfAbsent(name, _ -> new ArrayList<>()).addAll(values));
            return new Asked(all, Optional.empty());
        }
        if (media.equals(QUERY) && utf8) {
            String text = new String(context.bodyAsBytes(), StandardCharsets.UTF_8);
            return new Asked(context.queryParamMap(), Optional.of(text));
        }
        if (media.equals("application/sparql-update")) {
            throw readOnly();
        }
        throw new ServerException(
                        ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                        new Text(
                                "Erlaubt sind " + FORM + " und " + QUERY + " in UTF-8.",
                                "Send " + FORM + " or " + QUERY + " in UTF-8."))
                .with("accepted", List.of(FORM, QUERY));
    }

    private static ServerException readOnly() {
        return new ServerException(
                ErrorCode.READ_ONLY,
                new Text("Hier sind nur Anfragen möglich, keine Änderungen.", "Only queries here, no updates."));
    }

    /// Whether there is a query at all.
    boolean hasQuery() {
        if (parameters.containsKey("update")) {
            throw readOnly();
        }
        return body.isPresent() || parameters.containsKey("query");
    }

    /// The request, checked.
    QueryRequest request() {
        List<String> texts = new ArrayList<>(parameters.getOrDefault("query", List.of()));
        body.ifPresent(texts::add);
        if (texts.size() != 1 || texts.getFirst().isBlank()) {
            throw new ServerException(
                    ErrorCode.QUERY_MISSING,
                    new Text(texts.size() + " Anfragen statt einer.", texts.size() + " queries instead of one."));
        }
        return new QueryRequest(
                texts.getFirst(),
                timeout(),
                parameters.getOrDefault("default-graph-uri", List.of()),
                parameters.getOrDefault("named-graph-uri", List.of()),
                number("offset"),
                number("limit"));
    }

    private Optional<Duration> timeout() {
        return first("timeout").map(text -> {
            Matcher time = TIME.matcher(text.strip());
            if (!time.matches()) {
                throw bad("timeout", text);
            }
            double value = Double.parseDouble(time.group(1));
            return Duration.ofMillis(Math.round("ms".equals(time.group(2)) ? value : value * 1000));
        });
    }

    private OptionalLong number(String name) {
        Optional<String> text = first(name);
        if (text.isEmpty()) {
            return OptionalLong.empty();
        }
        if (!text.get().matches("[0-9]{1,9}")) {
            throw bad(name, text.get());
        }
        return OptionalLong.of(Long.parseLong(text.get()));
    }

    private static ServerException bad(String name, String value) {
        return new ServerException(
                        ErrorCode.BAD_REQUEST,
                        new Text(
                                "„" + value + "“ ist kein Wert für " + name + ".",
                                "\"" + value + "\" is no value of " + name + "."))
                .with("parameter", name)
                .with("value", value);
    }

    Optional<String> first(String name) {
        return parameters.getOrDefault(name, List.of()).stream().findFirst();
    }

    /// Names of parameters that nobody looks at.
    List<String> ignored() {
        return parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && name.matches("[A-Za-z0-9_.-]{1,64}"))
                .sorted()
                .toList();
    }
}
