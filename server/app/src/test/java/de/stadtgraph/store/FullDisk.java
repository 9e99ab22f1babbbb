package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// Builds states where they do not fit, in a process that may write small files only; fails unless each attempt is
/// refused, leaves nothing behind, and the state before goes on being served.
final class FullDisk {
    private static final int SMALL = 20;

    private FullDisk() {}

    /// @param args folder for everything; the releases are in it
    public static void main(String[] args) throws IOException {
        Path work = Path.of(args[0]);
        Path folder = work.resolve("generations");
        List<StateFiles> states = states(new WrittenReleases(work));
        try (var generations = new Generations(folder, new StoreOptions(1 << 20, 2))) {
            generations.show(states.getFirst());
            for (StateFiles state : states.subList(1, states.size())) {
                refused(folder, generations, state);
            }
        }
    }

    /// A small state, and four that are too large: for the first file of a build, for its last ones, for its index, for
    /// what is merged of segments that fit. Their releases are written if they are not there.
    static List<StateFiles> states(WrittenReleases releases) throws IOException {
        ReleaseFile small = releases.texts("small", SMALL, 10);
        List<ReleaseFile> parts = new ArrayList<>(List.of(small));
        for (int part = 0; part < 6; part++) {
            parts.add(releases.texts("part-" + part, 70, 2_000));
        }
        return List.of(
                WrittenReleases.state(1, small),
                WrittenReleases.state(2, small, releases.texts("texts", 300, 2_000)),
                WrittenReleases.state(3, small, releases.texts("more-texts", 3_000, 800)),
                WrittenReleases.state(4, small, releases.links("links", 200_000)),
                WrittenReleases.state(5, parts));
    }

    private static void refused(Path folder, Generations generations, StateFiles files) throws IOException {
        String sentence = show(folder, generations, files);
        if (sentence.isEmpty()) {
            throw new IllegalStateException("state " + files.state() + " fits");
        }
        System.out.println(files.state() + " " + sentence);
    }

    /// Shows a state, or says why it cannot be shown; what was served then is served still.
    ///
    /// @return empty when it is shown
    static String show(Path folder, Generations generations, StateFiles files) throws IOException {
        try {
            generations.show(files);
            return "";
        } catch (ServerException e) {
            require(e.code() == ErrorCode.STORAGE_FULL, "another error", e);
            require(leftovers(folder, files.state()).isEmpty(), "something half-written stays", e);
            try (Generation served = generations.acquire()) {
                require(served.state() == 1, "another state is served", e);
                require(served.data().getDefaultGraph().size() == SMALL, "the data served are others", e);
            }
            return String.valueOf(e.getMessage());
        }
    }

    private static void require(boolean condition, String otherwise, ServerException seen) {
        if (!condition) {
            throw new IllegalStateException(otherwise, seen);
        }
    }

    /// Folders of unfinished work, of what was set aside, and of the state that does not fit.
    private static List<Path> leftovers(Path folder, long state) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(path -> path.toString().endsWith(Folders.WORK)
                            || path.toString().endsWith(Folders.BAD)
                            || path.equals(folder.resolve(Long.toString(state))))
                    .toList();
        }
    }
}
