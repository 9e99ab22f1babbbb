package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.MappingModule;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.FolderLock;
import de.stadtgraph.publication.Retention;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// Runs mapping modules from their sources to new states, one after the other.
///
/// A run holds the lock of the data folder from its first step to its last; a module that fails does not keep the
/// others
/// from running, and never touches what is published. One run at a time.
public final class Pipeline {
    private final Stages stages;

    public Pipeline(Stages stages) {
        this.stages = stages;
    }

    /// Runs modules; the ontology and the code lists are published before, when their files changed.
    ///
    /// @param names names of modules; all when none is named
    /// @param tell is told of each report as soon as it is there
    /// @return the reports, in the order of the runs; unchanged ontologies have none
    public List<RunReport> run(List<String> names, RunRequest request, Progress progress, Consumer<RunReport> tell) {
        List<MappingModule> modules = (names.isEmpty() ? stages.modules().names() : names)
                .stream().map(stages.modules()::named).toList();
        List<RunReport> reports = new ArrayList<>();
        Consumer<RunReport> keep = report -> {
            reports.add(report);
            tell.accept(report);
        };
        try (FolderLock lock = stages.folder().lock("run " + String.join(" ", names))) {
            if (!request.dryRun()) {
                content(lock, progress, keep);
            }
            for (MappingModule module : modules) {
                Ending ending = new Ending(stages, lock, module.slug());
                keep.accept(
                        guarded(module.slug(), () -> new ModuleRun(stages, module, request, progress).call(ending)));
            }
            new Retention(stages.folder(), stages.releases()).clear();
        }
        return reports;
    }

    /// Publishes RDF files as a release.
    public RunReport load(LoadRequest request, Progress progress) {
        try (FolderLock lock = stages.folder().lock("load " + request.dataset())) {
            return load(lock, request, progress);
        }
    }

    private RunReport load(FolderLock lock, LoadRequest request, Progress progress) {
        Ending ending = new Ending(stages, lock, request.dataset());
        return guarded(request.dataset(), () -> new FileRun(stages, request, progress).call(ending));
    }

    /// Publishes `ontology` and `kos` when their files changed.
    private void content(FolderLock lock, Progress progress, Consumer<RunReport> tell) {
        for (LoadRequest request : ContentFiles.in(stages.content())) {
            RunReport report = load(lock, request, progress);
            if (report.outcome() != RunReport.Outcome.UNCHANGED) {
                tell.accept(report);
            }
        }
    }

    /// What fails becomes a report with its sentence: the next module still runs.
    private RunReport guarded(String dataset, Supplier<RunReport> run) {
        long start = System.nanoTime();
        try {
            return run.get();
        } catch (ServerException e) {
            var state = stages.releases().states().current();
            return new RunReport(
                    dataset,
                    RunReport.Outcome.FAILED,
                    state.release(dataset).orElse(0L),
                    state.number(),
                    RunReport.Records.NONE,
                    0,
                    RunReport.Results.NONE,
                    List.of(e.detail().en()),
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    Duration.ofNanos(System.nanoTime() - start));
        }
    }
}
