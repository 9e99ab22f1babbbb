package de.stadtgraph.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;

/// Subjects in the change sets of all releases, as sorted 64-bit hashes: eight bytes a subject that changed. Immutable,
/// for many threads. Made again when the log of states grew; files that were read once are not read again.
final class DepartedSubjects {
    private final String mark;
    private final Map<Path, long[]> hashes;
    private final Map<String, List<Step>> steps;

    private DepartedSubjects(String mark, Map<Path, long[]> hashes, Map<String, List<Step>> steps) {
        this.mark = mark;
        this.hashes = hashes;
        this.steps = steps;
    }

    static DepartedSubjects of(Releases releases, Optional<DepartedSubjects> before) {
        String mark = releases.states().mark();
        Map<Path, long[]> hashes =
                new HashMap<>(before.map(known -> known.hashes).orElse(Map.of()));
        Map<String, List<Step>> steps = new HashMap<>();
        releases.published().forEach((dataset, numbers) -> steps.put(dataset, steps(releases, dataset, numbers)));
        for (List<Step> list : steps.values()) {
            list.forEach(step -> hashes.computeIfAbsent(step.changes, DepartedSubjects::read));
        }
        return new DepartedSubjects(mark, hashes, steps);
    }

    /// Where the subjects of a dataset went, newest first: what a release removed stood last in its parent; what a
    /// release that the current one does not come from has, stood last in that one.
    private static List<Step> steps(Releases releases, String dataset, NavigableSet<Long> numbers) {
        Set<Long> ancestors = new HashSet<>();
        Optional<Long> next = releases.current(dataset).map(Release::number);
        while (next.isPresent() && ancestors.add(next.get())) {
            next = releases.read(dataset, next.get()).manifest().parent();
        }
        List<Step> steps = new ArrayList<>();
        for (long number : numbers.descendingSet()) {
            if (releases.withdrawal(dataset, number).isPresent()) {
                continue;
            }
            Release release = releases.read(dataset, number);
            if (!ancestors.contains(number)) {
                steps.add(new Step(release.added().orElse(release.quads()), release));
            }
            Optional<Long> parent = release.manifest().parent();
            if (release.removed().isPresent()
                    && parent.filter(old -> releases.withdrawal(dataset, old).isEmpty())
                            .isPresent()) {
                steps.add(new Step(release.removed().get(), releases.read(dataset, parent.get())));
            }
        }
        return steps;
    }

    boolean isOf(StateLog states) {
        return mark.equals(states.mark());
    }

    /// For each dataset that ever lost the subject, the last release with it.
    List<Release> lastWith(String subject) {
        long hash = hash(subject);
        List<Release> found = new ArrayList<>();
        for (List<Step> list : steps.values()) {
            list.stream()
                    .filter(step -> Arrays.binarySearch(hashes.getOrDefault(step.changes, new long[0]), hash) >= 0)
                    .findFirst()
                    .ifPresent(step -> found.add(step.last));
        }
        return found;
    }

    private static long[] read(Path changes) {
        long[] found = new long[1024];
        int count = 0;
        try (var lines = LineReader.open(changes)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                long hash = hash(SortedQuads.subject(line));
                if (count == 0 || found[count - 1] != hash) {
                    found = count == found.length ? Arrays.copyOf(found, count * 2) : found;
                    found[count++] = hash;
                }
            }
        } catch (IOException e) {
            throw Storage.damaged(changes, "it cannot be read", e);
        }
        long[] sorted = Arrays.copyOf(found, count);
        Arrays.sort(sorted);
        return sorted;
    }

    /// FNV-1a over the characters.
    private static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int at = 0; at < text.length(); at++) {
            hash = (hash ^ text.charAt(at)) * 0x100000001b3L;
        }
        return hash;
    }

    /// Subjects of `changes` stood last in `last`.
    private record Step(Path changes, Release last) {}
}
