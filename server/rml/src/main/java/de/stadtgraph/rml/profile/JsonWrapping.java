package de.stadtgraph.rml.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Puts JSON where a path of names leads. Stateless.
final class JsonWrapping {
    private static final Pattern STEP = Pattern.compile("\\.([A-Za-z0-9_]+)|\\['((?:[^'\\\\]|\\\\.)*)'\\]");

    private JsonWrapping() {}

    /// @param path `$`, then `.name` or `['name']`
    static String wrap(String path, String inner) {
        List<String> names = new ArrayList<>();
        Matcher steps = STEP.matcher(path);
        while (steps.find()) {
            String name = steps.group(1) == null ? steps.group(2).replaceAll("\\\\(.)", "$1") : steps.group(1);
            names.add(name);
        }
        String text = inner;
        for (String name : names.reversed()) {
            text = "{" + TurtleText.quoted(name) + ": " + text + "}";
        }
        return text;
    }
}
