package de.stadtgraph.pipeline;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.Description;
import de.stadtgraph.catalog.ExpectedRecords;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.Candidate;
import de.stadtgraph.publication.Inputs;
import de.stadtgraph.publication.RecordCounts;
import de.stadtgraph.publication.Release;
import de.stadtgraph.publication.SortedQuads;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// RDF files become a release of a dataset. Each statement counts as a record. One run, one thread.
final class FileRun {
    private final Stages stages;
    private final LoadRequest request;
    private final Progress progress;

    FileRun(Stages stages, LoadRequest request, Progress progress) {
        this.stages = stages;
        this.request = request;
        this.progress = progress;
    }

    RunReport call(Ending ending) {
        for (Path file : request.files()) {
            if (!Files.isRegularFile(file)) {
                throw new ServerException(ErrorCode.SOURCE_UNREADABLE, file + ": no such file that can be read.");
            }
        }
        Dataset dataset = dataset();
        Inputs inputs = inputs(dataset);
        Optional<Release> unchanged = stages.releases().unchanged(dataset.slug(), inputs);
        if (unchanged.isPresent()) {
            return ending.unchanged(unchanged.get());
        }
        try (Workplace workplace = new Workplace(stages.folder(), dataset.slug())) {
            try (Progress.Step _ = progress.start(dataset.slug() + ": read", -1)) {
                workplace.copy(request.files(), stages.modules().skolemBase());
            }
            Judge.Judgement judgement = judge(dataset, workplace);
            try (Progress.Step _ = progress.start(dataset.slug() + ": publish", -1)) {
                Candidate candidate = candidate(dataset, workplace, judgement, inputs);
                var how = new RunRequest(Map.of(), request.dryRun(), request.acknowledged(), false);
                return ending.decide(candidate, new Ending.Judged(judgement.results(), Optional.empty()), how);
            }
        }
    }

    private Dataset dataset() {
        if (!request.dataset().matches("[a-z0-9-]{1,64}")) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT,
                    "\"" + request.dataset()
                            + "\" is no name of a dataset: use a-z, 0-9 and -, at most 64 characters.");
        }
        if (request.description().isPresent()) {
            return stages.modules().describe(request.description().get(), request.dataset());
        }
        if (stages.modules().names().contains(request.dataset())) {
            return stages.modules().named(request.dataset()).dataset();
        }
        return stages.modules().undescribed(request.dataset());
    }

    private Inputs inputs(Dataset dataset) {
        Digests digests = new Digests();
        request.files().forEach(digests::file);
        Description.lines(dataset.record()).forEach(line -> digests.text("description", line));
        Map<String, String> versions = new TreeMap<>();
        versions.put("server", stages.version());
        if (request.judged()) {
            versions.putAll(stages.judge().versions(dataset));
        }
        return new Inputs(List.of(), digests.hex(), versions, false);
    }

    private Judge.Judgement judge(Dataset dataset, Workplace workplace) {
        if (!request.judged()) {
            return Judge.Judgement.none();
        }
        try (Progress.Step step = progress.start(dataset.slug() + ": validate", 100)) {
            var around = new Surroundings(stages.releases(), dataset.slug(), Optional.empty(), workplace.folder());
            return stages.judge().judge(dataset, workplace.graph(), around, step);
        }
    }

    private Candidate candidate(Dataset dataset, Workplace workplace, Judge.Judgement judgement, Inputs inputs) {
        SortedQuads quads = SortedQuads.sort(workplace.candidate(), workplace.sorted());
        return new Candidate(
                dataset.expecting(ExpectedRecords.UNKNOWN),
                quads,
                inputs,
                new RecordCounts(quads.count(), quads.count(), 0),
                List.of(),
                judgement.findings(),
                judgement.graph(dataset.node().getURI() + "/report"),
                ReportSummary.of(judgement.findings(), judgement, Optional.empty()),
                judgement.measurements(dataset.node()),
                Optional.empty(),
                List.of(),
                Optional.empty());
    }
}
