package de.stadtgraph.bench.mapping;

import de.stadtgraph.bench.MeasuredProcess;
import de.stadtgraph.bench.Measurement;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Maps the same tables with our engine and with CARML, each time in a fresh process, in turns. The peer's heap may be
/// larger: it keeps more.
///
/// Needs about 2 GB below its folder for the large scale. Not thread-safe.
///
/// @param checkout the folder of the launcher, absolute
/// @param folder where data and outputs lie; the data are kept
/// @param settings how it is run
/// @param tell is told what goes on
public record MappingBench(Path checkout, Path folder, Settings settings, Consumer<String> tell) {
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /// @param scales of the data
    /// @param only names of rows or parts of them; empty: all
    /// @param rounds how often each process is run
    /// @param heap for our engine, as `-Xmx` takes it
    /// @param peerHeap the same for CARML
    /// @param peer whether CARML is run beside ours
    public record Settings(
            List<Integer> scales, List<String> only, int rounds, String heap, String peerHeap, boolean peer) {
        public Settings {
            scales = List.copyOf(scales);
            only = List.copyOf(only);
            if (rounds < 1 || scales.stream().anyMatch(scale -> scale < 1 || scale > 100)) {
                throw new ServerException(
                        ErrorCode.BAD_ARGUMENT, "There must be at least one round, and scales are from 1 to 100.");
            }
        }

        List<BenchCase> rows() {
            List<BenchCase> all = BenchCase.all(scales);
            only.stream()
                    .filter(name -> all.stream().noneMatch(row -> row.isNamed(name)))
                    .findFirst()
                    .ifPresent(unknown -> {
                        throw new ServerException(
                                ErrorCode.BAD_ARGUMENT,
                                "There is no row " + unknown + "; rows are "
                                        + String.join(
                                                ", ",
                                                all.stream()
                                                        .map(BenchCase::name)
                                                        .toList()) + ".");
                    });
            return all.stream()
                    .filter(row -> only.isEmpty() || only.stream().anyMatch(row::isNamed))
                    .toList();
        }
    }

    /// Runs all rows and prints their table.
    ///
    /// @return what does not hold, one sentence each
    public List<String> run() {
        List<BenchCase> rows = settings.rows();
        List<String> complaints = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            String classPath = settings.peer() ? PeerBuild.classPath(checkout, folder.resolve("carml-build.log")) : "";
            tell.accept("Rounds: %d, medians are shown. Heap: ours -Xmx%s, CARML -Xmx%s. Java %s, %d processors."
                    .formatted(
                            settings.rounds(),
                            settings.heap(),
                            settings.peerHeap(),
                            Runtime.version(),
                            Runtime.getRuntime().availableProcessors()));
            tell.accept(CaseResult.HEADER);
            for (BenchCase row : rows) {
                Optional<CaseResult> result = measure(row, classPath, complaints);
                result.ifPresent(measured -> tell.accept(measured.line()));
                result.ifPresent(measured -> complaints.addAll(measured.complaints()));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return complaints;
    }

    private Optional<CaseResult> measure(BenchCase row, String classPath, List<String> complaints) throws IOException {
        Bench bench = new Bench(row, classPath);
        List<Measurement> ours = new ArrayList<>();
        List<Measurement> peer = new ArrayList<>();
        for (int round = 0; round < settings.rounds(); round++) {
            Measurement measured = bench.ours();
            if (measured.exit() != 0) {
                complaints.add(row.name() + ": ours ended with " + measured.exit() + ": " + bench.lastWords());
                return Optional.empty();
            }
            ours.add(measured);
            if (settings.peer()) {
                peer.add(bench.peer());
            }
        }
        return Optional.of(bench.result(ours, peer));
    }

    /// The processes of one row.
    private final class Bench {
        private final BenchCase row;
        private final String classPath;
        private final Path data;
        private final Path output;
        private final Path peerOutput;
        private final Path log;

        Bench(BenchCase row, String classPath) throws IOException {
            this.row = row;
            this.classPath = classPath;
            this.data = folder.resolve("s" + row.scale());
            this.output = data.resolve(row.name() + ".nq");
            this.peerOutput = data.resolve(row.name() + "-carml.nt");
            this.log = data.resolve(row.name() + ".log");
            row.format().writeTables(row.scale(), data);
            var rules = row.joins() ? TimetableRules.withJoins() : TimetableRules.withoutJoins();
            Files.writeString(mapping(""), TimetableMapping.current(row.format(), rules));
            Files.writeString(mapping("-legacy"), TimetableMapping.legacy(row.format(), rules));
        }

        private Path mapping(String kind) {
            return data.resolve(row.name() + kind + ".ttl");
        }

        Measurement ours() {
            String launcher = checkout.resolve("stadtgraph").toString();
            return run(List.of(launcher, "map", mapping("").toString(), "--output", output.toString()));
        }

        Measurement peer() throws IOException {
            Measurement measured = run(List.of(
                    java(),
                    "-Xmx" + settings.peerHeap(),
                    "-cp",
                    classPath,
                    "de.stadtgraph.bench.carml.CarmlPeer",
                    mapping("-legacy").toString(),
                    data.toString(),
                    peerOutput.toString()));
            if (measured.exit() != 0) {
                throw new ServerException(
                        ErrorCode.BAD_ARGUMENT,
                        row.name() + ": CARML ended with " + measured.exit() + ": " + lastWords());
            }
            return measured;
        }

        /// The medians; the outputs of the last round are compared, then removed.
        CaseResult result(List<Measurement> ours, List<Measurement> peer) throws IOException {
            long bytes = Files.size(output);
            DistinctLines lines = taken(output);
            Optional<DistinctLines> peerLines = peer.isEmpty() ? Optional.empty() : Optional.of(taken(peerOutput));
            return new CaseResult(
                    row,
                    Measurement.median(ours),
                    lines,
                    peer.isEmpty() ? Optional.empty() : Optional.of(Measurement.median(peer)),
                    peerLines,
                    limit(bytes));
        }

        private DistinctLines taken(Path file) throws IOException {
            try {
                return DistinctLines.of(file, data);
            } finally {
                Files.deleteIfExists(file);
            }
        }

        private Measurement limit(long bytes) throws IOException {
            Path written = data.resolve("written");
            List<Measurement> rounds = new ArrayList<>();
            try {
                for (int round = 0; round < settings.rounds(); round++) {
                    rounds.add(run(List.of(
                            java(),
                            "-cp",
                            checkout.resolve("server/app/target/stadtgraph.jar") + File.pathSeparator
                                    + checkout.resolve("server/app/target/lib") + "/*",
                            ByteLimits.class.getName(),
                            row.format().name(),
                            data.toString(),
                            written.toString(),
                            Long.toString(bytes))));
                }
            } finally {
                Files.deleteIfExists(written);
            }
            return Measurement.median(rounds);
        }

        private Measurement run(List<String> command) {
            return new MeasuredProcess(command, data, Map.of("STADTGRAPH_HEAP", settings.heap()), log, LIMIT).run();
        }

        String lastWords() throws IOException {
            List<String> words = Files.readAllLines(log);
            return words.isEmpty() ? "it said nothing" : words.getLast();
        }

        private static String java() {
            return ProcessHandle.current().info().command().orElse("java");
        }
    }
}
