package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.MappingModule;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.FolderLock;
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
        try (FolderLock _ = stages.folder().lock("run " + String.join(" ", names))) {
            if (!request.dryRun()) {
                content(progress, report -> {
                    reports.add(report);
                    tell.accept(report);
                });
            }
            for (MappingModule module : modules) {
                RunReport report =
                        guarded(module.slug(), () -> new ModuleRun(stages, module, request, progress).call());
                reports.add(report);
                tell.accept(report);
            }
        }
        return reports;
    }

    /// Publishes RDF files as a release.
    public RunReport load(LoadRequest request, Progress progress) {
        try (FolderLock _ = stages.folder().lock("load " + request.dataset())) {
            return guarded(request.dataset(), () -> new FileRun(stages, request, progress).call());
        }
    }

    /// Publishes `ontology` and `kos` when their files changed.
    private void content(Progress progress, Consumer<RunReport> tell) {
        for (LoadRequest request : ContentFiles.in(stages.content())) {
            RunReport report = guarded(request.dataset(), () -> new FileRun(stages, request, progress).call());
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
            return new RunReport(
                    dataset,
                    RunReport.Outcome.FAILED,
                    stages.releases().current().releases().getOrDefault(dataset, 0L),
                    stages.releases().current().number(),
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
