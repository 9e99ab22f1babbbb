package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// Generates the city graph, loads it into the product and its peers, runs the reference queries over HTTP, and
/// compares answers and times. Everything runs on this machine, one engine after the other, and is stopped after it.
public final class SparqlBench {
    private static final int PORTS_AN_ENGINE = 2;

    private final Path launcher;
    private final Path folder;
    private final Settings settings;
    private final Consumer<String> say;

    /// How the benchmark runs.
    ///
    /// @param scale size of the graph: 0.1 has 1 million triples, 1.0 has 10 million
    /// @param only a regular expression on the queries' names
    /// @param seconds time of the warm runs of a query
    /// @param heap heap of Fuseki
    /// @param port first of the ports that are used
    /// @param peers whether peers run, too
    public record Settings(String scale, String only, double seconds, String heap, int port, boolean peers) {}

    /// Makes a benchmark.
    ///
    /// @param checkout the folder of the launcher `stadtgraph`
    /// @param folder where the graph and the engines' data lie
    /// @param say gets the lines of the report
    public SparqlBench(Path checkout, Path folder, Settings settings, Consumer<String> say) {
        this.launcher = checkout.resolve("stadtgraph");
        this.folder = folder.toAbsolutePath();
        this.settings = settings;
        this.say = say;
    }

    /// Runs all.
    ///
    /// @return what did not hold, a sentence each
    public List<String> run() throws IOException, InterruptedException {
        Files.createDirectories(folder);
        Path graph = folder.resolve("city-" + settings.scale() + ".nt");
        if (!Files.exists(graph)) {
            say.accept("Writing the city graph, scale " + settings.scale() + " …");
            long triples = CityGraph.write(graph, Double.parseDouble(settings.scale()));
            say.accept(triples + " triples, " + (Files.size(graph) >> 20) + " MB");
        }
        List<ReferenceQuery> queries = ReferenceQuery.all(settings.scale()).stream()
                .filter(each -> each.name().matches(settings.only()))
                .toList();
        Map<String, Map<String, Measured>> results = new LinkedHashMap<>();
        for (Engine engine : engines()) {
            results.put(engine.name(), measure(engine, graph, queries));
        }
        ResultTable table = new ResultTable(queries, results);
        table.lines().forEach(say);
        return table.complaints();
    }

    private List<Engine> engines() {
        List<Engine> engines = new ArrayList<>();
        Path place = folder.resolve("scale-" + settings.scale());
        engines.add(new Product(launcher, place.resolve("stadtgraph"), settings.port()));
        if (settings.peers()) {
            engines.add(new FusekiPeer(place.resolve("fuseki"), settings.port() + PORTS_AN_ENGINE, settings.heap()));
            Optional<VirtuosoPeer> virtuoso =
                    VirtuosoPeer.installed(place.resolve("virtuoso"), settings.port() + 2 * PORTS_AN_ENGINE);
            virtuoso.ifPresentOrElse(
                    engines::add,
                    () -> say.accept("Virtuoso is not installed (Debian: virtuoso-opensource); it is left out."));
        }
        return engines;
    }

    private Map<String, Measured> measure(Engine engine, Path graph, List<ReferenceQuery> queries)
            throws InterruptedException {
        Map<String, Measured> measured = new LinkedHashMap<>();
        try (engine) {
            load(engine, graph);
            long start = System.nanoTime();
            Endpoint endpoint = engine.start();
            say.accept(engine.name() + " answers after " + seconds(start) + " s");
            QueryRuns runs = new QueryRuns(settings.seconds());
            Map<String, Double> cold = cold(runs, endpoint, queries);
            for (ReferenceQuery query : queries) {
                runs.warm(endpoint, query);
            }
            for (ReferenceQuery query : queries) {
                double first = cold.getOrDefault(query.name(), Double.NaN);
                Measured result = runs.measure(endpoint, query, first, query.expected());
                measured.put(query.name(), result);
                say.accept(result.line(engine.name(), query.name()));
            }
        } catch (IOException e) {
            say.accept(engine.name() + ": " + e.getMessage());
            queries.forEach(query -> measured.putIfAbsent(query.name(), Measured.failed("did not run")));
        }
        return measured;
    }

    /// The first run of each query after the start.
    private static Map<String, Double> cold(QueryRuns runs, Endpoint endpoint, List<ReferenceQuery> queries)
            throws InterruptedException {
        Map<String, Double> millis = new LinkedHashMap<>();
        for (ReferenceQuery query : queries) {
            try {
                millis.put(query.name(), runs.millis(endpoint, query));
            } catch (IOException _) {
                millis.put(query.name(), Double.NaN); // the warm runs say why
            }
        }
        return millis;
    }

    /// Loads once; a folder that was loaded before is used again.
    private void load(Engine engine, Path graph) throws IOException, InterruptedException {
        Path place = folder.resolve("scale-" + settings.scale());
        Path mark = place.resolve(engine.getClass().getSimpleName() + ".loaded");
        if (Files.exists(mark)) {
            return;
        }
        long start = System.nanoTime();
        engine.load(graph);
        say.accept(engine.name() + " loaded " + graph.getFileName() + " in " + seconds(start) + " s");
        Files.createDirectories(place);
        Files.writeString(mark, "");
    }

    private static String seconds(long start) {
        return String.format(java.util.Locale.ROOT, "%.1f", (System.nanoTime() - start) / 1e9);
    }
}
