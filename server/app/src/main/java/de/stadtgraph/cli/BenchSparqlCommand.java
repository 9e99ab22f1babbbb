package de.stadtgraph.cli;

import de.stadtgraph.bench.sparql.SparqlBench;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `bench sparql`: our server beside Fuseki/TDB2 and Virtuoso on an invented city.
@Command(
        name = "sparql",
        description = {
            "Generates the city graph, loads it here, into Fuseki/TDB2 of the same Jena version and, when Debian's",
            "virtuoso-opensource is installed, into Virtuoso; runs 19 queries over HTTP and compares answers and"
                    + " times.",
            "Exit: 0 every answer is right and no peer is faster, 2 not so, 1 failed."
        })
final class BenchSparqlCommand implements Callable<Integer> {
    private final Desk desk;

    @Option(
            names = "--scale",
            paramLabel = "N",
            description = "0.1: 1 million triples, 1.0: 10 million (default: 0.1).")
    private String scale = "0.1";

    @Option(names = "--only", paramLabel = "REGEX", description = "Queries to run, by name (default: all).")
    private String only = ".*";

    @Option(names = "--seconds", paramLabel = "S", description = "Time of the warm runs of a query (default: 3).")
    private double seconds = 3;

    @Option(names = "--heap", paramLabel = "SIZE", description = "Heap of Fuseki (default: 3g).")
    private String heap = "3g";

    @Option(names = "--port", paramLabel = "N", description = "First of six ports that are used (default: 3040).")
    private int port = 3040;

    @Option(names = "--without-peers", description = "Measure ours alone.")
    private boolean withoutPeers;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            description = "Where the graph and the data lie, some GB (default: server/app/target/bench-sparql).")
    private @Nullable Path folder;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    BenchSparqlCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Path checkout = desk.home().folder().toAbsolutePath().normalize();
        Path place = folder == null ? checkout.resolve("server/app/target/bench-sparql") : folder;
        var settings = new SparqlBench.Settings(scale, only, seconds, heap, port, !withoutPeers);
        List<String> complaints = new SparqlBench(checkout, place, settings, desk::say).run();
        complaints.forEach(desk::note);
        return complaints.isEmpty() ? 0 : Commands.REFUSED;
    }
}
