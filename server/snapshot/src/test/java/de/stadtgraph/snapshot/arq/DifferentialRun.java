package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/// Random queries on random graphs: the snapshot's answer against that of ARQ in memory.
///
/// `main SEED COUNT` runs many and prints the first differences; the tests run some in each build.
final class DifferentialRun {
    private static final int QUERIES_A_GRAPH = 40;
    private static final Pattern DATE_PART =
            Pattern.compile("(?i)\\b(YEAR|MONTH|DAY|HOURS|MINUTES|SECONDS|TIMEZONE|TZ)\\((\\?\\w+)\\)");

    private final Path folder;
    final Map<String, Integer> leftToArq = new TreeMap<>();
    int vectorised;
    int queries;
    int failedInMemory;

    DifferentialRun(Path folder) {
        this.folder = folder;
    }

    /// A difference, or an error on one side only.
    record Difference(long seed, String query, String detail) {}

    public static void main(String[] args) throws IOException {
        Path folder = Files.createTempDirectory("differential");
        DifferentialRun run = new DifferentialRun(folder);
        List<Difference> differences = run.run(Long.parseLong(args[0]), Integer.parseInt(args[1]), 10);
        differences.forEach(
                each -> System.out.println("\n" + each.seed() + "\n" + each.query() + "\n" + each.detail()));
        System.out.println(run.queries + " queries, " + run.vectorised + " wholly in ids, failed in memory "
                + run.failedInMemory + ", differences " + differences.size() + "; left to ARQ: " + run.leftToArq);
        deleteAll(folder);
    }

    /// Runs `count` queries; stops after `most` differences.
    List<Difference> run(long seed, int count, int most) throws IOException {
        List<Difference> differences = new java.util.ArrayList<>();
        for (int graph = 0; graph * QUERIES_A_GRAPH < count && differences.size() < most; graph++) {
            graph(seed + graph, differences, most);
        }
        return differences;
    }

    private void graph(long seed, List<Difference> differences, int most) throws IOException {
        Random random = new Random(seed);
        RandomGraph graph = new RandomGraph(random);
        DatasetGraph memory = graph.dataset();
        Path place = folder.resolve("graph" + seed);
        build(memory, place);
        try (Snapshot snapshot = Snapshot.open(place)) {
            DatasetGraph ours = snapshot.dataset(View.union());
            for (int i = 0; i < QUERIES_A_GRAPH && differences.size() < most; i++) {
                RandomQuery drawn = RandomQuery.draw(random, graph);
                String difference = compared(drawn, memory, ours);
                queries++;
                if (difference != null) {
                    differences.add(new Difference(seed, drawn.sliced(), difference));
                }
            }
        }
        deleteAll(place);
    }

    /// Builds a snapshot of the named graphs of a dataset.
    static void build(DatasetGraph dataset, Path place) {
        BuildOptions options =
                BuildOptions.of("test", RandomGraph.NS + "default").withMemory(1 << 20);
        new SegmentBuilder(options)
                .build(
                        out -> {
                            out.start();
                            dataset.find().forEachRemaining(quad -> {
                                if (!quad.isDefaultGraph()) {
                                    out.quad(quad);
                                }
                            });
                            out.finish();
                        },
                        place);
    }

    private @Nullable String compared(RandomQuery drawn, DatasetGraph memory, DatasetGraph ours) {
        try {
            return compare(drawn, memory, ours);
        } catch (Node.NotLiteral e) {
            return null; // likewise, in a part that is left to ARQ
        } catch (RuntimeException e) {
            StringWriter trace = new StringWriter();
            e.printStackTrace(new PrintWriter(trace));
            return trace.toString().lines().limit(12).collect(Collectors.joining("\n"));
        }
    }

    private @Nullable String compare(RandomQuery drawn, DatasetGraph memory, DatasetGraph ours) {
        Query query;
        try {
            query = QueryFactory.create(drawn.text());
        } catch (org.apache.jena.query.QueryException e) {
            return null; // a variable that is already in scope: the grammar does not know
        }
        List<String> expected;
        try {
            expected = inMemory(query, memory);
        } catch (RuntimeException e) {
            failedInMemory++; // ARQ's own faults, as HOURS of an IRI: there is nothing to compare
            return null;
        }
        Answer answer = new Answer();
        List<String> found = answer.rows(query, ours);
        leftToArq.putAll(answer.merged(leftToArq));
        vectorised += answer.left.isEmpty() ? 1 : 0;
        boolean reduced = query.isReduced();
        if (!isSame(expected, found, reduced)) {
            List<String> right = inMemory(QueryFactory.create(withErrors(drawn.text())), memory);
            return isSame(right, found, reduced)
                    ? null
                    : "expected " + expected + "\nfound    " + found + "\nleft " + answer.left;
        }
        return drawn.slice().isEmpty() ? null : sliced(QueryFactory.create(drawn.sliced()), expected, memory, ours);
    }

    /// Which rows a slice keeps may differ; how many, and that they are rows of the whole, may not.
    private @Nullable String sliced(Query query, List<String> all, DatasetGraph memory, DatasetGraph ours) {
        int count;
        try {
            count = inMemory(query, memory).size();
        } catch (RuntimeException e) {
            failedInMemory++; // ARQ's hash join, closed before it began
            return null;
        }
        List<String> found = new Answer().rows(query, ours);
        return found.size() == count && all.containsAll(found)
                ? null
                : "slice: expected " + count + " of " + all + "\nfound " + found;
    }

    private static boolean isSame(List<String> expected, List<String> found, boolean reduced) {
        return reduced ? new HashSet<>(expected).equals(new HashSet<>(found)) : expected.equals(found);
    }

    /// The parts of a date: of an IRI or a blank node they are an error. ARQ throws an exception instead, which makes
    /// the
    /// whole EXISTS around it false: there the answer may also be the right one.
    private static String withErrors(String query) {
        return DATE_PART.matcher(query).replaceAll("IF(isLITERAL($2), $1($2), 1/0)");
    }

    /// The oracle: ARQ's own operators, but for ARQ's known faults (see [ExactPaths], [UniformTables]).
    static List<String> inMemory(Query query, DatasetGraph memory) {
        Context context = new Context();
        UniformTables.useIn(context);
        QC.setFactory(context, SnapshotExecutor.factory(new Vectorising(new FreeMeter(), reason -> {})));
        return Differential.rows(query, memory, context, false);
    }

    /// One answer of the snapshot, and what of it was left to ARQ.
    static final class Answer {
        final Map<String, Integer> left = new TreeMap<>();

        List<String> rows(Query query, DatasetGraph dataset) {
            Context context = new Context();
            UniformTables.useIn(context);
            Vectorising vectorising = new Vectorising(new FreeMeter(), reason -> left.merge(reason, 1, Integer::sum));
            QC.setFactory(context, SnapshotExecutor.factory(vectorising));
            return Differential.rows(query, dataset, context, false);
        }

        Map<String, Integer> merged(Map<String, Integer> before) {
            Map<String, Integer> all = new TreeMap<>(before);
            left.forEach((reason, count) -> all.merge(reason, count, Integer::sum));
            return all;
        }
    }

    /// A meter without limits; it checks that nothing is given back that was not held.
    static final class FreeMeter implements Meter {
        private long held;

        @Override
        public void step(long rows) {
            if (rows < 0) {
                throw new IllegalStateException("negative steps");
            }
        }

        @Override
        public void hold(long bytes) {
            held += bytes;
        }

        @Override
        public void free(long bytes) {
            held -= bytes;
            if (held < 0) {
                throw new IllegalStateException("more given back than held");
            }
        }
    }

    static void deleteAll(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
