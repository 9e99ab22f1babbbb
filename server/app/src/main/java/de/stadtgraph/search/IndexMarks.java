package de.stadtgraph.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;

/// What a finished index says of itself; it is committed with the index, once, when that is whole. Immutable.
///
/// @param releases the release of each dataset that was read
/// @param lenders the datasets whose words other things are found by: labels of what is linked to, parts of compounds
record IndexMarks(Map<String, Long> releases, Set<String> lenders) {
    /// Version of what an index keeps and how.
    private static final String VERSION = "2";

    private static final String MARK = "stadtgraph";
    private static final String RELEASES = "releases";
    private static final String LENDERS = "lenders";

    /// The marks of the index in a folder; nothing if it is not whole or of another version.
    static Optional<IndexMarks> of(Directory directory) throws IOException {
        if (!DirectoryReader.indexExists(directory)) {
            return Optional.empty();
        }
        Map<String, String> kept =
                DirectoryReader.listCommits(directory).getLast().getUserData();
        if (!VERSION.equals(kept.get(MARK))) {
            return Optional.empty();
        }
        Map<String, Long> releases = new TreeMap<>();
        for (String each : words(kept.getOrDefault(RELEASES, ""))) {
            int equals = each.lastIndexOf('=');
            releases.put(each.substring(0, equals), Long.valueOf(each.substring(equals + 1)));
        }
        return Optional.of(new IndexMarks(releases, Set.copyOf(Arrays.asList(words(kept.getOrDefault(LENDERS, ""))))));
    }

    private static String[] words(String line) {
        return line.isEmpty() ? new String[0] : line.split(" ", -1);
    }

    Map<String, String> asText() {
        String kept = new TreeMap<>(releases)
                .entrySet().stream()
                        .map(each -> each.getKey() + "=" + each.getValue())
                        .collect(Collectors.joining(" "));
        return Map.of(MARK, VERSION, RELEASES, kept, LENDERS, String.join(" ", new TreeSet<>(lenders)));
    }

    /// The datasets that have another release, are new or are gone.
    Set<String> changed(Map<String, Long> now) {
        Map<String, Long> all = new HashMap<>(releases);
        all.putAll(now);
        return all.keySet().stream()
                .filter(each -> !Objects.equals(releases.get(each), now.get(each)))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
