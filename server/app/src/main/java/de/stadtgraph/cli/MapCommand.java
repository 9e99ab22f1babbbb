package de.stadtgraph.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.Server;
import de.stadtgraph.mapping.Mapped;
import de.stadtgraph.mapping.MappingTask;
import de.stadtgraph.mapping.MappingWatch;
import de.stadtgraph.mapping.RejectedValue;
import de.stadtgraph.pipeline.Progress;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `map`: mapping alone.
@Command(
        name = "map",
        description = {
            "Maps raw files to N-Quads; publishes nothing.",
            "Exit: 0 all records mapped, 2 some rejected, 1 failed."
        })
final class MapCommand extends DataCommand {
    /// How many rejected values are shown on the terminal.
    private static final int SHOWN = 10;

    @Parameters(paramLabel = "MODULE", description = "A module's name, a folder with a mapping.ttl, or a mapping file.")
    private String module = "";

    @Option(names = "--source", paramLabel = "[NAME=]FILE", description = "Read FILE instead of the bundled file.")
    private List<String> sources = new ArrayList<>();

    @Option(names = "--output", paramLabel = "FILE", description = "Write there (default: standard output).")
    private @Nullable Path output;

    @Option(
            names = "--targets",
            paramLabel = "FOLDER",
            description = "Write the files of the mapping's logical targets below FOLDER.")
    private @Nullable Path targets;

    @Option(
            names = "--max-rejected",
            paramLabel = "N",
            description = "Stop, with exit 1 and no output, when more than N records are rejected.")
    private long mostRejected = Long.MAX_VALUE;

    @Option(names = "--report", paramLabel = "FILE", description = "Write what was read and rejected as JSON.")
    private @Nullable Path report;

    MapCommand(Desk desk) {
        super(desk);
    }

    @Override
    Optional<PlainArguments> plainArguments() {
        var arguments = new PlainArguments(word -> module = word)
                .severalOptions("--source", sources::add)
                .option("--output", file -> output = Path.of(file))
                .option("--targets", folder -> targets = Path.of(folder))
                .option("--max-rejected", count -> mostRejected = Long.parseLong(count))
                .option("--report", file -> report = Path.of(file));
        return Optional.of(options.plainly(arguments));
    }

    @Override
    public Integer call() throws IOException {
        if (mostRejected < 0) {
            throw new ServerException(ErrorCode.BAD_ARGUMENT, "--max-rejected must not be negative.");
        }
        Server server = server();
        MappingTask asked = task(server).from(SourceOption.parse(sources)).withMostRejected(mostRejected);
        MappingTask task = report == null ? asked.withoutDigests() : asked;
        Path target = output == null
                ? Files.createTempFile("stadtgraph-", ".nq")
                : output.resolveSibling(output.getFileName() + ".tmp");
        try {
            Mapped mapped = map(server, task, target);
            if (report != null) {
                Files.writeString(report, new ObjectMapper().writeValueAsString(mapped));
            }
            deliver(target);
            tell(mapped);
            return mapped.rejected() > 0 ? Commands.REFUSED : 0;
        } finally {
            Files.deleteIfExists(target);
        }
    }

    private Mapped map(Server server, MappingTask task, Path target) {
        try (Progress.Step step = desk.progress().start(task.dataset() + ": map", 100)) {
            return targets == null
                    ? server.mapper().map(task, target, new Percent(step))
                    : server.mapper().mapWithTargets(task, target, targets, new Percent(step));
        }
    }

    private record Percent(Progress.Step step) implements MappingWatch {
        @Override
        public void subject(String iri, int source, long record, int rule) {
            // mapping alone keeps no lineage
        }

        @Override
        public boolean wantsSubjects() {
            return false;
        }

        @Override
        public void progress(long records, long bytes, long totalBytes) {
            step.reach(totalBytes == 0 ? 0 : bytes * 100 / totalBytes);
        }
    }

    private MappingTask task(Server server) {
        Path path = Path.of(module);
        Path inside = path.resolve("mapping.ttl");
        if (Files.isRegularFile(path)) {
            return new MappingTask(path, "mapping", java.util.Map.of());
        }
        if (Files.isRegularFile(inside)) {
            Path name = path.toAbsolutePath().normalize().getFileName();
            return new MappingTask(inside, String.valueOf(name), java.util.Map.of());
        }
        if (module.contains("/") || module.endsWith(".ttl")) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT, module + ": there is neither such a mapping file nor a mapping.ttl in it.");
        }
        return MappingTask.of(server.modules().named(module));
    }

    private void deliver(Path target) throws IOException {
        if (output == null) {
            Files.copy(target, desk.terminal().out());
        } else {
            Files.move(target, output, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void tell(Mapped mapped) {
        desk.note("%d records read, %d mapped, %d rejected; %d values left out; %d statements"
                .formatted(mapped.read(), mapped.mapped(), mapped.rejected(), mapped.rejectedValues(), mapped.quads()));
        mapped.rejections().stream().limit(SHOWN).map(MapCommand::sentence).forEach(desk::note);
        if (mapped.rejections().size() > SHOWN) {
            desk.note("… --report FILE lists " + mapped.rejections().size() + " of them");
        }
    }

    static String sentence(RejectedValue rejected) {
        String line = rejected.line() > 0 ? ", line " + rejected.line() : "";
        String value = rejected.value().isEmpty() ? "" : " \"" + rejected.value() + "\"";
        return "%s, record %d%s, %s%s: %s (%s)"
                .formatted(
                        rejected.file(),
                        rejected.record(),
                        line,
                        rejected.field(),
                        value,
                        rejected.text().en(),
                        rejected.wholeRecord() ? "record rejected" : "value left out");
    }
}
