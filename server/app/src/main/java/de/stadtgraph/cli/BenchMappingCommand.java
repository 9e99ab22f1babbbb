package de.stadtgraph.cli;

import de.stadtgraph.bench.mapping.MappingBench;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `bench mapping`: our RML engine beside CARML 0.4.11.
@Command(
        name = "mapping",
        description = {
            "Maps the same invented timetables with our engine and with CARML 0.4.11, each time in a fresh process,",
            "compares the outputs, and shows how far the time is from only parsing and writing the bytes.",
            "Exit: 0 what is promised holds, 2 it does not, 1 failed."
        })
final class BenchMappingCommand implements Callable<Integer> {
    private final Desk desk;

    @Parameters(
            paramLabel = "ROW",
            arity = "0..*",
            description = "Rows to run: a name like s10-csv-joins, or a part of it: s1, json, joins (default: all).")
    private List<String> only = new ArrayList<>();

    @Option(names = "--scale", split = ",", paramLabel = "N", description = "Sizes of the data (default: 1,10).")
    private List<Integer> scales = List.of(1, 10);

    @Option(names = "--rounds", paramLabel = "N", description = "How often each process is run (default: 3).")
    private int rounds = 3;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Heap of our engine (default: 128m).")
    private String heap = "128m";

    @Option(names = "--peer-heap", paramLabel = "SIZE", description = "Heap of CARML (default: 1g).")
    private String peerHeap = "1g";

    @Option(names = "--without-peer", description = "Measure ours alone.")
    private boolean withoutPeer;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where data and outputs lie (default: server/bench/target).")
    private @Nullable Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    BenchMappingCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() {
        Path checkout = desk.home().folder().toAbsolutePath().normalize();
        Path place = folder == null ? checkout.resolve("server/bench/target/mapping") : folder.toAbsolutePath();
        var settings = new MappingBench.Settings(scales, only, rounds, heap, peerHeap, !withoutPeer);
        List<String> complaints = new MappingBench(checkout, place, settings, desk::say).run();
        complaints.forEach(desk::note);
        return complaints.isEmpty() ? 0 : Commands.REFUSED;
    }
}
