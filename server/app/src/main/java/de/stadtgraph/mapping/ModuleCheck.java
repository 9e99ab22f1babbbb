package de.stadtgraph.mapping;

import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Compares what a module makes of its bundled sample with its `expected.nq`, and looks at what every module must
/// carry.
///
/// Holds a sample's statements in memory. Thread-safe.
public final class ModuleCheck {
    /// How many lines of a difference are shown.
    private static final int SHOWN = 10;

    private final Mapper mapper;

    public ModuleCheck(Mapper mapper) {
        this.mapper = mapper;
    }

    /// What is wrong with a module, one sentence each; nothing when all is well.
    public List<String> complaints(MappingModule module) {
        List<String> complaints = new ArrayList<>();
        if (!Files.isRegularFile(module.folder().resolve("README.md"))) {
            complaints.add(module.folder() + ": README.md is missing.");
        }
        try {
            complain(module, complaints);
        } catch (ServerException e) {
            complaints.add(e.detail().en());
        }
        return complaints;
    }

    private void complain(MappingModule module, List<String> complaints) {
        Result result = map(module);
        difference(module, result.lines()).ifPresent(complaints::add);
        OpenQuestions.of(module).forEach(question -> complaints.add(module.slug() + ": " + question));
        for (String field : result.mapped().undeclaredFields(module.dataset())) {
            complaints.add(module.folder() + ": field " + field
                    + " is neither mapped nor named in jmo:suppressedField of dataset.ttl (P11).");
        }
        Optional<Long> sample = module.dataset().expected().sample();
        if (sample.isPresent() && sample.get() != result.mapped().read()) {
            complaints.add("%s: jmo:sampleRecords is %d, but the sample has %d records."
                    .formatted(
                            module.folder().resolve("dataset.ttl"),
                            sample.get(),
                            result.mapped().read()));
        }
    }

    /// Rewrites `expected.nq` from the sample.
    public void accept(MappingModule module) {
        try {
            Files.writeString(expected(module), String.join("\n", map(module).lines()) + "\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Result(SortedSet<String> lines, Mapped mapped) {}

    private Result map(MappingModule module) {
        try {
            Path target = Files.createTempFile("stadtgraph-check-", ".nq");
            try {
                Mapped mapped = mapper.map(MappingTask.of(module), target, MappingWatch.none());
                return new Result(lines(target), mapped);
            } finally {
                Files.deleteIfExists(target);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> difference(MappingModule module, SortedSet<String> actual) {
        Path file = expected(module);
        if (!Files.isRegularFile(file)) {
            return Optional.of(file + " is missing; ./stadtgraph check --accept writes it.");
        }
        SortedSet<String> wanted = lines(file);
        List<String> lines = new ArrayList<>();
        wanted.stream().filter(line -> !actual.contains(line)).forEach(line -> lines.add("  - " + line));
        actual.stream().filter(line -> !wanted.contains(line)).forEach(line -> lines.add("  + " + line));
        if (lines.isEmpty()) {
            return Optional.empty();
        }
        String shown = String.join("\n", lines.stream().limit(SHOWN).toList());
        return Optional.of(file + ": " + lines.size() + " statements differ (- expected, + made now):\n" + shown);
    }

    private static SortedSet<String> lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.filter(line -> !line.isBlank())
                    .collect(java.util.stream.Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path expected(MappingModule module) {
        return module.folder().resolve("expected.nq");
    }
}
