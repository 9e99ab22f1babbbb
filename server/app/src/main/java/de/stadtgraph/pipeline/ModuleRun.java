package de.stadtgraph.pipeline;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.enrichment.Enrichment;
import de.stadtgraph.enrichment.SpatialJoin;
import de.stadtgraph.harvest.Fetch;
import de.stadtgraph.harvest.HarvestOutcome;
import de.stadtgraph.harvest.HarvestOutcome.Fetched;
import de.stadtgraph.harvest.HarvestOutcome.NotModified;
import de.stadtgraph.harvest.HarvestOutcome.Unreachable;
import de.stadtgraph.harvest.HarvestPlan;
import de.stadtgraph.harvest.RemoteHarvester;
import de.stadtgraph.harvest.Source;
import de.stadtgraph.mapping.Mapped;
import de.stadtgraph.mapping.MappingModule;
import de.stadtgraph.mapping.MappingModules;
import de.stadtgraph.mapping.MappingTask;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.Candidate;
import de.stadtgraph.publication.Finding;
import de.stadtgraph.publication.Inputs;
import de.stadtgraph.publication.LineageRecorder;
import de.stadtgraph.publication.RecordCounts;
import de.stadtgraph.publication.Release;
import de.stadtgraph.publication.SortedQuads;
import de.stadtgraph.publication.SourceDigest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;

/// One mapping module from its source to a decision: fetch, map, enrich, validate, decide. One run, one thread.
///
/// Holds the candidate in memory while it is judged.
final class ModuleRun {
    private final Stages stages;
    private final MappingModule module;
    private final RunRequest request;
    private final Progress progress;

    ModuleRun(Stages stages, MappingModule module, RunRequest request, Progress progress) {
        this.stages = stages;
        this.module = module;
        this.request = request;
        this.progress = progress;
    }

    RunReport call(Ending ending) {
        List<Fetch> fetches = fetch();
        Optional<Release> areas = areas();
        Inputs inputs = inputs(fetches, areas);
        Optional<Release> unchanged = stages.releases().unchanged(module.slug(), inputs);
        if (unchanged.isPresent()) {
            return ending.unchanged(unchanged.get());
        }
        try (Workplace workplace = new Workplace(stages.folder(), module.slug())) {
            Mapped mapped = map(fetches, workplace);
            workplace.renumber(numbers(fetches, mapped));
            Graph graph;
            try (Progress.Step _ = progress.start(module.slug() + ": read", -1)) {
                graph = workplace.graph();
            }
            var around = new Surroundings(stages.releases(), module.slug(), areas, workplace.folder());
            List<Finding> findings = new ArrayList<>(enrich(graph, workplace, around));
            Judge.Judgement judgement = judge(graph, around);
            findings.addAll(0, judgement.findings());
            findings.addAll(MappingFindings.of(mapped));
            DraftFindings.of(module).ifPresent(findings::add);
            try (Progress.Step _ = progress.start(module.slug() + ": publish", -1)) {
                Candidate candidate = candidate(workplace, inputs, new Found(mapped, judgement, findings));
                return ending.decide(candidate, new Ending.Judged(judgement.results(), Optional.of(mapped)), request);
            }
        }
    }

    private List<Fetch> fetch() {
        Map<String, String> last = new HashMap<>();
        stages.releases()
                .current(module.slug())
                .ifPresent(release -> release.manifest()
                        .inputs()
                        .sources()
                        .forEach(source -> last.put(source.name(), source.sha256())));
        Optional<HarvestPlan> plan = request.bundled() ? Optional.empty() : HarvestPlan.of(module.folder());
        Map<String, Path> bundled = stages.mapper().sources(MappingTask.of(module));
        Map<String, Path> asked = stages.mapper().sources(MappingTask.of(module).from(request.sources()));
        List<Fetch> fetches = new ArrayList<>();
        asked.forEach((name, file) -> {
            boolean replaced = !file.equals(bundled.get(name));
            String digest = last.getOrDefault(name, "");
            Optional<HarvestPlan> remote =
                    plan.filter(known -> !replaced && known.sources().containsKey(name));
            var wanted = new RemoteHarvester.Wanted(module.slug(), name, digest);
            fetches.add(bytes(
                    remote.isPresent()
                            ? stages.remote().fetch(wanted, remote.get())
                            : stages.harvester().fetch(new Source(module.slug(), name, file, !replaced), digest)));
        });
        return fetches;
    }

    private static Fetch bytes(HarvestOutcome outcome) {
        return switch (outcome) {
            case Fetched(Fetch fetch) -> fetch;
            case NotModified(Fetch fetch) -> fetch;
            case Unreachable(Source _, String reason) -> throw new ServerException(ErrorCode.SOURCE_UNREADABLE, reason);
        };
    }

    /// The areas that things are joined with; the areas themselves are joined with none.
    private Optional<Release> areas() {
        return module.slug().equals(MappingModules.AREAS)
                ? Optional.empty()
                : stages.releases().current(MappingModules.AREAS);
    }

    private Inputs inputs(List<Fetch> fetches, Optional<Release> areas) {
        Map<String, String> versions = new TreeMap<>(stages.judge().versions(module.dataset()));
        versions.put("server", stages.version());
        areas.ifPresent(release -> versions.put("release/areas", Long.toString(release.number())));
        Digests digests = new Digests();
        stages.mapper().codeListDigests().forEach(digests::text);
        module.files().forEach(digests::file);
        return new Inputs(
                fetches.stream().map(ModuleRun::digest).toList(),
                digests.hex(),
                versions,
                fetches.stream().allMatch(fetch -> fetch.source().bundled()));
    }

    private static SourceDigest digest(Fetch fetch) {
        return new SourceDigest(
                fetch.source().name(),
                String.valueOf(fetch.file().getFileName()),
                fetch.sha256(),
                fetch.bytes(),
                fetch.time());
    }

    private Mapped map(List<Fetch> fetches, Workplace workplace) {
        Map<String, Path> files = new HashMap<>();
        fetches.forEach(fetch -> files.put(fetch.source().name(), fetch.file()));
        try (Progress.Step step = progress.start(module.slug() + ": map", 100);
                LineageRecorder lineage = LineageRecorder.create(workplace.subjects())) {
            return stages.mapper()
                    .map(MappingTask.of(module).from(files), workplace.candidate(), new MappingLog(lineage, step));
        }
    }

    /// Number of the source of each scan: several scans may read one source.
    private static List<Integer> numbers(List<Fetch> fetches, Mapped mapped) {
        List<String> names =
                fetches.stream().map(fetch -> fetch.source().name()).toList();
        return mapped.sources().stream()
                .map(source -> names.indexOf(source.name()))
                .toList();
    }

    private List<Finding> enrich(Graph graph, Workplace workplace, Surroundings around) {
        boolean isAreas = module.slug().equals(MappingModules.AREAS);
        if (!isAreas && around.areas().isEmpty()) {
            return List.of(MissingAreas.FINDING);
        }
        try (Progress.Step _ = progress.start(module.slug() + ": enrich", -1)) {
            Enrichment enrichment = isAreas ? stages.overlaps() : new SpatialJoin(around.areas());
            var statements = enrichment.of(graph);
            statements.forEach(graph::add);
            workplace.append(statements);
            return List.of();
        }
    }

    private Judge.Judgement judge(Graph graph, Surroundings around) {
        try (Progress.Step step = progress.start(module.slug() + ": validate", 100)) {
            return stages.judge().judge(module.dataset(), graph, around, step);
        }
    }

    /// What the stages before the decision found.
    private record Found(Mapped mapped, Judge.Judgement judgement, List<Finding> findings) {}

    private Candidate candidate(Workplace workplace, Inputs inputs, Found found) {
        Dataset dataset = module.dataset();
        Mapped mapped = found.mapped();
        Judge.Judgement measured = found.judgement().with(mapped.mapped(), mapped.read());
        return new Candidate(
                dataset,
                SortedQuads.sort(workplace.candidate(), workplace.sorted()),
                inputs,
                new RecordCounts(mapped.read(), mapped.mapped(), mapped.rejected()),
                mapped.undeclaredFields(dataset),
                found.findings(),
                found.judgement().graph(dataset.node().getURI() + "/report"),
                ReportSummary.of(found.findings(), measured, Optional.of(mapped)),
                measured.measurements(dataset.node()),
                Optional.of(workplace.subjects()),
                mapped.rules(),
                Optional.of(module.mapping()));
    }
}
