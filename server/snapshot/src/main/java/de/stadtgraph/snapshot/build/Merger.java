package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.column.Order;
import de.stadtgraph.snapshot.column.Permutation;
import de.stadtgraph.snapshot.column.Renaming;
import de.stadtgraph.snapshot.term.Dictionary;
import java.lang.foreign.Arena;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Merges indexes to one without sorting anything again: the dictionaries first, which gives a rising renaming of each
/// part, then the renamed permutations. At most 64 parts at once.
public final class Merger {
    static final int MAX_PARTS = 64;

    /// A part of a merge.
    ///
    /// @param index the part
    /// @param merged whether its quads go into the permutations; its terms always go into the dictionary
    public record Source(StoredIndex index, boolean merged) {}

    private final List<Source> parts;
    private final Path folder;

    /// @param folder an empty folder for the files, among them `remap-<n>`, one a part
    public Merger(List<Source> parts, Path folder) {
        if (parts.size() > MAX_PARTS) {
            throw new IllegalArgumentException("at most 64 parts are merged at once");
        }
        this.parts = List.copyOf(parts);
        this.folder = folder;
    }

    /// Writes the merged index. The renamings stay in the folder.
    public void merge() {
        List<Dictionary> dictionaries =
                parts.stream().map(part -> part.index().dictionary()).toList();
        new DictionaryMerge(dictionaries).write(folder.resolve(StoredIndex.TERMS), remaps());
        try (Arena arena = Arena.ofShared()) {
            List<Renaming> names =
                    remaps().stream().map(path -> Renaming.open(path, arena)).toList();
            mergePermutations(names);
        }
    }

    private List<Path> remaps() {
        List<Path> remaps = new ArrayList<>();
        for (int part = 0; part < parts.size(); part++) {
            remaps.add(folder.resolve("remap-" + part));
        }
        return remaps;
    }

    /// Two at a time: four files of about the same length on the two cores of a small machine.
    private void mergePermutations(List<Renaming> names) {
        List<Callable<Long>> tasks = new ArrayList<>();
        for (Order order : Order.values()) {
            List<Permutation> renamed = new ArrayList<>();
            for (int part = 0; part < parts.size(); part++) {
                if (parts.get(part).merged()) {
                    renamed.add(parts.get(part).index().permutation(order).renamed(names.get(part)));
                }
            }
            tasks.add(() -> new PermutationMerge(order, renamed).write(folder));
        }
        inParallel(tasks);
    }

    /// Runs tasks in two threads and waits for all; the first failure is thrown.
    static void inParallel(List<? extends Callable<?>> tasks) {
        try (var threads = Executors.newFixedThreadPool(2)) {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            for (Future<?> one : running) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the build was interrupted", e);
        }
    }
}
