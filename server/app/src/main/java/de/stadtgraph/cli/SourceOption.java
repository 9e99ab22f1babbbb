package de.stadtgraph.cli;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// `--source [NAME=]FILE`: which file stands for which source of a module.
final class SourceOption {
    private static final Pattern NAMED = Pattern.compile("([A-Za-z0-9_-]+)=(.+)");

    private SourceOption() {}

    /// Files by the source's name; an empty name stands for the only source.
    static Map<String, Path> parse(List<String> arguments) {
        Map<String, Path> sources = new HashMap<>();
        for (String argument : arguments) {
            Matcher named = NAMED.matcher(argument);
            if (named.matches()) {
                sources.put(named.group(1), Path.of(named.group(2)));
            } else {
                sources.put("", Path.of(argument));
            }
        }
        return sources;
    }
}
