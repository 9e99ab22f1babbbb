package de.stadtgraph.http;

import de.stadtgraph.problem.Language;
import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Addresses on this host, path-absolute, that keep the language a reader asked for. Immutable.
///
/// @param path path of the request as it was sent
/// @param query parameters but `lang`, encoded
/// @param asked language that the address named
public record Addresses(String path, String query, Optional<Language> asked) {

    static Addresses of(Context context) {
        StringBuilder query = new StringBuilder();
        for (Map.Entry<String, List<String>> parameter : context.queryParamMap().entrySet()) {
            if (!parameter.getKey().equals("lang")) {
                parameter.getValue().forEach(value -> append(query, parameter.getKey(), value));
            }
        }
        return new Addresses(context.req().getRequestURI(), query.toString(), Languages.asked(context));
    }

    /// This page in a language.
    public String in(Language language) {
        return path + "?" + (query.isEmpty() ? "" : query + "&") + "lang=" + language.tag();
    }

    /// Another path in the language that the reader asked for.
    public String keep(String other) {
        if (asked.isEmpty() || !other.startsWith("/")) {
            return other;
        }
        int hash = other.indexOf('#');
        String fragment = hash < 0 ? "" : other.substring(hash);
        String plain = hash < 0 ? other : other.substring(0, hash);
        return plain + (plain.contains("?") ? "&" : "?") + "lang=" + asked.get().tag() + fragment;
    }

    /// A value as it stands in a query.
    public static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private static void append(StringBuilder query, String name, String value) {
        query.append(query.isEmpty() ? "" : "&")
                .append(encode(name))
                .append('=')
                .append(encode(value));
    }
}
