package de.stadtgraph.publication;

import de.stadtgraph.store.ReleaseFile;
import de.stadtgraph.store.StateFiles;
import de.stadtgraph.vocabulary.CityIris;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// The public releases of a data folder: those that a state names. For many threads; reads the folder each time.
public final class Releases {
    private final DataFolder folder;
    private final CityIris iris;
    private final StateLog states;
    private volatile @Nullable DepartedSubjects departed;

    public Releases(DataFolder folder, CityIris iris) {
        this.folder = folder;
        this.iris = iris;
        this.states = folder.states();
    }

    /// The log of states.
    public StateLog states() {
        return states;
    }

    /// The dataset's release in the newest state.
    public Optional<Release> current(String dataset) {
        return states.current().release(dataset).map(number -> read(dataset, number));
    }

    /// A release that is or was public; one that was withdrawn is not found.
    public Optional<Release> find(String dataset, long number) {
        return isPublished(dataset, number) && withdrawal(dataset, number).isEmpty()
                ? Optional.of(read(dataset, number))
                : Optional.empty();
    }

    /// The tombstone of a release that was public and was withdrawn.
    public Optional<Withdrawal> withdrawal(String dataset, long number) {
        return isPublished(dataset, number) ? Withdrawal.of(path(dataset, number)) : Optional.empty();
    }

    /// All releases of a dataset that are or were public, newest first, without those that were withdrawn.
    public List<Release> list(String dataset) {
        return published().getOrDefault(dataset, new TreeSet<>()).descendingSet().stream()
                .flatMap(number -> find(dataset, number).stream())
                .toList();
    }

    private boolean isPublished(String dataset, long number) {
        return published().getOrDefault(dataset, new TreeSet<>()).contains(number);
    }

    /// Names of all datasets that have or had a release, in their order.
    public List<String> datasets() {
        return List.copyOf(published().keySet());
    }

    /// The current release, if a run on these inputs would only make it again.
    public Optional<Release> unchanged(String dataset, Inputs inputs) {
        return current(dataset).filter(release -> release.manifest().inputs().same(inputs));
    }

    /// What a generation of a state is built from.
    public StateFiles files(State state) {
        List<ReleaseFile> files = state.releases().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(entry -> file(read(entry.getKey(), entry.getValue())))
                .toList();
        return new StateFiles(state.number(), state.time(), files);
    }

    private ReleaseFile file(Release release) {
        return new ReleaseFile(
                release.dataset(),
                release.number(),
                iris.graph(release.dataset()).getURI(),
                release.quads(),
                release.manifest().quads());
    }

    /// The last release that had a subject which the newest state does not have.
    ///
    /// Answered from the change sets; the first question reads them, later ones take microseconds.
    ///
    /// @param subject IRI
    public Optional<Release> lastWith(String subject) {
        DepartedSubjects known = departed;
        if (known == null || !known.isOf(states)) {
            known = DepartedSubjects.of(this, Optional.ofNullable(known));
            departed = known;
        }
        return known.lastWith(subject).stream()
                .max(Comparator.comparing(release -> release.manifest().time()));
    }

    /// Numbers of all releases that any state names, by dataset.
    Map<String, NavigableSet<Long>> published() {
        Map<String, NavigableSet<Long>> numbers = new TreeMap<>();
        for (State state : states.states()) {
            state.releases()
                    .forEach((dataset, number) -> Objects.requireNonNull(
                                    numbers.computeIfAbsent(dataset, first -> new TreeSet<>()))
                            .add(number));
        }
        return numbers;
    }

    Release read(String dataset, long number) {
        return Release.read(path(dataset, number));
    }

    private Path path(String dataset, long number) {
        return folder.releases().resolve(dataset).resolve(Long.toString(number));
    }
}
