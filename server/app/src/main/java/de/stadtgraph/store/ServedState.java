package de.stadtgraph.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a generation says it is of; kept as the name in its manifest.
///
/// @param state number of the state
/// @param time when it was published
/// @param releases the release of each dataset
record ServedState(long state, Instant time, Map<String, Long> releases) {
    private static final Pattern NAME = Pattern.compile("state (\\d+) of (\\S+):(.*)");

    ServedState {
        releases = Map.copyOf(releases);
    }

    static ServedState of(StateFiles files) {
        var releases = new TreeMap<String, Long>();
        files.releases().forEach(file -> releases.put(file.dataset(), file.number()));
        return new ServedState(files.state(), files.time(), releases);
    }

    String name() {
        return new TreeMap<>(releases)
                .entrySet().stream()
                        .map(entry -> " " + entry.getKey() + "/" + entry.getValue())
                        .collect(Collectors.joining("", "state " + state + " of " + time + ":", ""));
    }

    /// @throws IllegalArgumentException when it is no name of a state
    static ServedState parse(String name) {
        Matcher parts = NAME.matcher(name);
        if (!parts.matches()) {
            throw new IllegalArgumentException("not a state: " + name);
        }
        var releases = new TreeMap<String, Long>();
        for (String release : parts.group(3).strip().split(" ", 0)) {
            int slash = release.lastIndexOf('/');
            if (slash > 0) {
                releases.put(release.substring(0, slash), Long.parseLong(release.substring(slash + 1)));
            }
        }
        try {
            return new ServedState(Long.parseLong(parts.group(1)), Instant.parse(parts.group(2)), releases);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("not a state: " + name, e);
        }
    }
}
