package de.stadtgraph.rml.profile;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Where the records of a JSON text lie: looks at the objects in each array and object that can be reached
/// by names alone.
///
/// Looks at brackets and strings only, so that a text that is cut or broken has an outline too. Not thread-safe.
final class JsonOutline {
    private static final int MOST_DEPTH = 200;
    private static final int MOST_PLACES = 1_000;

    private final String text;
    private final Map<List<String>, Integer> arrays = new LinkedHashMap<>();
    private final Map<List<String>, Integer> lengths = new LinkedHashMap<>();
    private final Map<List<String>, Integer> maps = new LinkedHashMap<>();
    private final Deque<Level> levels = new ArrayDeque<>();
    private int values;
    private int at;

    /// A bracket that is open.
    private static final class Level {
        private final boolean array;
        private final List<String> path;
        private final boolean reachable;
        private final int start;
        private String name = "";

        Level(boolean array, List<String> path, boolean reachable, int start) {
            this.array = array;
            this.path = path;
            this.reachable = reachable;
            this.start = start;
        }
    }

    private JsonOutline(String text) {
        this.text = text;
    }

    /// The iterator of the records as JSONPath.
    static String iterator(String text) {
        JsonOutline outline = new JsonOutline(text);
        outline.scan();
        return outline.choose();
    }

    private String choose() {
        if (values > 1) {
            return "$";
        }
        List<String> best = null;
        int most = 0;
        // The longest text: lists of field names and the like are short.
        for (Map.Entry<List<String>, Integer> array : arrays.entrySet()) {
            int length = lengths.getOrDefault(array.getKey(), text.length());
            if (length > most) {
                most = length;
                best = array.getKey();
            }
        }
        if (best != null) {
            return path(best) + "[*]";
        }
        for (Map.Entry<List<String>, Integer> map : maps.entrySet()) {
            if (map.getValue() > 2) {
                return path(map.getKey()) + ".*";
            }
        }
        return "$";
    }

    private static String path(List<String> names) {
        var path = new StringBuilder("$");
        for (String name : names) {
            path.append(
                    name.matches("[A-Za-z_][A-Za-z0-9_]*")
                            ? "." + name
                            : "['" + name.replace("\\", "\\\\").replace("'", "\\'") + "']");
        }
        return path.toString();
    }

    private void scan() {
        while (at < text.length() && levels.size() < MOST_DEPTH) {
            char sign = text.charAt(at++);
            switch (sign) {
                case '"' -> string();
                case '{', '[' -> open(sign == '[');
                case '}', ']' -> close();
                default -> {}
            }
        }
    }

    private void close() {
        Level here = levels.poll();
        if (here != null && here.array && arrays.containsKey(here.path)) {
            lengths.put(here.path, at - here.start);
        }
    }

    private void string() {
        int start = at;
        while (at < text.length() && text.charAt(at) != '"') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        Level here = levels.peek();
        if (here != null && !here.array && at < text.length()) {
            here.name = text.substring(start, at);
        }
        at++;
    }

    private void open(boolean array) {
        Level here = levels.peek();
        if (here == null) {
            values++;
            levels.push(new Level(array, List.of(), true, at));
            return;
        }
        if (!array && here.reachable) {
            Map<List<String>, Integer> counts = here.array ? arrays : maps;
            if (counts.size() < MOST_PLACES || counts.containsKey(here.path)) {
                counts.merge(here.path, 1, Integer::sum);
            }
        }
        List<String> path = new ArrayList<>(here.path);
        path.add(here.name);
        levels.push(new Level(array, path, here.reachable && !here.array, at));
    }
}
