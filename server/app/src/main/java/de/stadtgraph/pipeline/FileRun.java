package de.stadtgraph.pipeline;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.Description;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.Candidate;
import de.stadtgraph.publication.Release;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;

/// RDF files become a release of a dataset. One run, one thread.
final class FileRun {
    private final Stages stages;
    private final LoadRequest request;
    private final Progress progress;
    private final Ending ending;

    FileRun(Stages stages, LoadRequest request, Progress progress) {
        this.stages = stages;
        this.request = request;
        this.progress = progress;
        this.ending = new Ending(stages, request.dataset());
    }

    RunReport call() {
        for (Path file : request.files()) {
            if (!Files.isRegularFile(file)) {
                throw new ServerException(ErrorCode.SOURCE_UNREADABLE, file + ": no such file that can be read.");
            }
        }
        Dataset dataset = dataset();
        String inputs = inputs(dataset);
        Optional<Release> current = stages.releases().current(dataset.slug());
        if (current.isPresent() && current.get().inputs().equals(inputs)) {
            return ending.unchanged(current.get());
        }
        try (Workplace workplace = new Workplace(stages.folder(), dataset.slug())) {
            try (Progress.Step _ = progress.start(dataset.slug() + ": read", -1)) {
                workplace.copy(request.files());
            }
            Judge.Judgement judgement = judge(dataset, workplace);
            try (Progress.Step _ = progress.start(dataset.slug() + ": publish", -1)) {
                Candidate candidate = candidate(dataset, workplace, judgement, inputs);
                return ending.decide(candidate, judgement.results(), Optional.empty(), false);
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

    private String inputs(Dataset dataset) {
        Digests digests = new Digests().text("server", stages.version());
        request.files().forEach(digests::file);
        Description.lines(dataset.record()).forEach(line -> digests.text("description", line));
        if (request.judged()) {
            stages.judge().versions(dataset).forEach(digests::text);
        }
        return digests.hex();
    }

    private Judge.Judgement judge(Dataset dataset, Workplace workplace) {
        if (!request.judged()) {
            return Judge.Judgement.none();
        }
        try (Progress.Step step = progress.start(dataset.slug() + ": validate", 100)) {
            return stages.judge().judge(dataset, workplace.graph(), step);
        }
    }

    private Candidate candidate(Dataset dataset, Workplace workplace, Judge.Judgement judgement, String inputs) {
        Map<String, String> versions = stages.judge().versions(dataset);
        Graph report = request.judged()
                ? judgement.graph(dataset.node().getURI() + "/report")
                : GraphFactory.createDefaultGraph();
        return new Candidate(
                dataset,
                workplace.candidate(),
                List.of(),
                inputs,
                versions,
                Optional.empty(),
                false,
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                judgement.findings(),
                report);
    }
}
