package de.stadtgraph.http;

import io.javalin.http.HandlerType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The one list of routes. Immutable.
public final class Routes {
    private record Entry(Route route, Pattern pattern) {}

    private final List<Route> list;

    /// By the first word of their path, each in the order of the list: no request looks at all of them.
    private final Map<String, List<Entry>> entries;

    public Routes(List<Route> list) {
        this.list = List.copyOf(list);
        this.entries = this.list.stream()
                .map(route -> new Entry(route, route.pattern()))
                .collect(Collectors.groupingBy(entry -> word(entry.route().path())));
        if (entries.keySet().stream().anyMatch(first -> first.contains("{") || first.contains("<"))) {
            throw new IllegalArgumentException("a route begins with a word");
        }
    }

    /// The first word of a path: what stands behind the first slash, before the next one or a dot.
    private static String word(String path) {
        int end = Math.min(1, path.length());
        while (end < path.length() && path.charAt(end) != '/' && path.charAt(end) != '.') {
            end++;
        }
        return path.substring(Math.min(1, path.length()), end);
    }

    private List<Entry> beginningLike(String path) {
        return entries.getOrDefault(word(path), List.of());
    }

    /// Puts the routes of the tabs together.
    public static Routes join(Collection<List<Route>> tabs) {
        List<Route> all = new ArrayList<>();
        tabs.forEach(all::addAll);
        return new Routes(all);
    }

    public List<Route> list() {
        return list;
    }

    /// The route of a request, if there is one; HEAD is served by GET.
    Optional<Route> find(String method, String path) {
        String wanted = method.equals("HEAD") ? "GET" : method;
        return beginningLike(path).stream()
                .filter(entry -> entry.route().method().name().equals(wanted)
                        && entry.pattern().matcher(path).matches())
                .map(Entry::route)
                .findFirst();
    }

    /// The methods that a path answers, in a stable order; empty when no route has this path.
    Set<String> methods(String path) {
        Set<String> methods = new LinkedHashSet<>();
        for (Entry entry : beginningLike(path)) {
            if (entry.pattern().matcher(path).matches()) {
                methods.add(entry.route().method().name());
                if (entry.route().method().equals(HandlerType.GET)) {
                    methods.add("HEAD");
                }
            }
        }
        if (!methods.isEmpty()) {
            methods.add("OPTIONS");
        }
        return methods;
    }
}
