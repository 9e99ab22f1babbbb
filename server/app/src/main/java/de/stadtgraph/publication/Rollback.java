package de.stadtgraph.publication;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Makes an older release the current one, or takes a release away for good. One thread, under the folder's lock.
///
/// Going back is a new state that names the older release: nothing is lost, and a later run goes on from there.
/// A withdrawal is the one exception to "releases are for ever": it removes the content from the release, from the
/// change set of the release that followed, from the generations and from the raw bytes that only it was made of.
public final class Rollback {
    private final DataFolder folder;
    private final Releases releases;
    private final Clock clock;

    /// @param lock proof that nobody else writes
    public Rollback(DataFolder folder, Releases releases, FolderLock lock, Clock clock) {
        try {
            if (!lock.holds(folder)) {
                throw new IllegalArgumentException("the lock is not the one of " + folder.root());
            }
        } catch (IOException e) {
            throw Storage.failed(folder.root(), e);
        }
        this.folder = folder;
        this.releases = releases;
        this.clock = clock;
    }

    /// Makes the release current that was current before the one that is.
    public State back(String dataset) {
        long now = current(dataset);
        long before = before(dataset, now)
                .orElseThrow(() -> refused(dataset + " has no release before " + now
                        + " that could be current; --withdraw " + now + " takes it away."));
        return switchTo(dataset, Optional.of(before));
    }

    /// Makes a release current.
    public State to(String dataset, long number) {
        if (current(dataset) == number) {
            throw refused("release " + number + " of " + dataset + " is the current one already.");
        }
        exists(dataset, number);
        return switchTo(dataset, Optional.of(number));
    }

    /// Takes a release away; where it is the current one, the release before becomes current, or the dataset leaves the
    /// state.
    public State withdraw(String dataset, long number, String reason) {
        if (reason.isBlank()) {
            throw refused("a withdrawal needs a reason; it is public.");
        }
        Release release = exists(dataset, number);
        State state = releases.states().current();
        if (state.release(dataset).filter(now -> now == number).isPresent()) {
            state = switchTo(dataset, before(dataset, number));
        }
        try {
            new Withdrawal(clock.instant(), reason.strip()).bury(release.folder());
            buryChanges(dataset, number);
            removeGenerations(dataset, number);
            removeBytes(release);
        } catch (IOException e) {
            throw Storage.failed(release.folder(), e);
        }
        return state;
    }

    private State switchTo(String dataset, Optional<Long> number) {
        number.ifPresent(release -> releases.read(dataset, release).verify());
        Map<String, Long> named = new TreeMap<>(releases.states().current().releases());
        named.remove(dataset);
        number.ifPresent(release -> named.put(dataset, release));
        Instant time = clock.instant();
        return releases.states().append(named, time);
    }

    private long current(String dataset) {
        return releases.states()
                .current()
                .release(dataset)
                .orElseThrow(() -> refused("the current state has no release of " + dataset + "."));
    }

    /// The last release that was current before this one became it, and still has its content.
    private Optional<Long> before(String dataset, long number) {
        List<State> states = releases.states().states().reversed();
        return states.stream()
                .dropWhile(state -> !state.release(dataset).equals(Optional.of(number)))
                .flatMap(state -> state.release(dataset).stream())
                .filter(other ->
                        other != number && releases.find(dataset, other).isPresent())
                .findFirst();
    }

    private Release exists(String dataset, long number) {
        return releases.find(dataset, number)
                .orElseThrow(() -> refused(dataset + " has no release " + number + "; there are "
                        + releases.list(dataset).stream()
                                .map(release -> Long.toString(release.number()))
                                .collect(Collectors.joining(", ", "releases ", "."))));
    }

    /// What a later release removed stood in the withdrawn one.
    private void buryChanges(String dataset, long number) throws IOException {
        for (Release other : releases.list(dataset)) {
            if (other.manifest().parent().equals(Optional.of(number))) {
                Files.deleteIfExists(other.folder().resolve(Release.REMOVED));
                Files.deleteIfExists(other.folder().resolve(Release.CHANGES));
                DurableFile.syncFolder(other.folder());
            }
        }
    }

    private void removeGenerations(String dataset, long number) throws IOException {
        for (State state : releases.states().states()) {
            Path generation = folder.generations().resolve(Long.toString(state.number()));
            if (state.release(dataset).equals(Optional.of(number)) && Files.isDirectory(generation)) {
                DataFolder.delete(generation);
            }
        }
        Path segment = folder.generations().resolve("segments").resolve(dataset + "-" + number);
        if (Files.isDirectory(segment)) {
            DataFolder.delete(segment);
        }
    }

    private void removeBytes(Release release) throws IOException {
        Set<String> kept = releases.list(release.dataset()).stream()
                .flatMap(other -> other.manifest().inputs().sources().stream())
                .map(SourceDigest::sha256)
                .collect(Collectors.toSet());
        for (SourceDigest source : release.manifest().inputs().sources()) {
            Path bytes = folder.fetched().resolve(release.dataset()).resolve(source.sha256());
            if (!kept.contains(source.sha256()) && Files.isDirectory(bytes)) {
                DataFolder.delete(bytes);
            }
        }
    }

    private static ServerException refused(String what) {
        return new ServerException(ErrorCode.BAD_ARGUMENT, "rollback: " + what);
    }
}
