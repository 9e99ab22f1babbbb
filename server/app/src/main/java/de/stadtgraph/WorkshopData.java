package de.stadtgraph;

import de.stadtgraph.publication.Releases;
import de.stadtgraph.store.Generation;
import de.stadtgraph.workshop.CurrentData;
import de.stadtgraph.workshop.JudgedDataset;
import de.stadtgraph.workshop.MappingRule;
import de.stadtgraph.workshop.ReleaseOutcome;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;

/// The workshop's view of the state that is served: each preview holds the generation that was current when it began.
final class WorkshopData implements CurrentData {
    private final LiveDatasets datasets;
    private final Supplier<Generation> generations;
    private final ShapeHistory history;

    WorkshopData(LiveDatasets datasets, Supplier<Generation> generations, Releases releases) {
        this.datasets = datasets;
        this.generations = generations;
        this.history = new ShapeHistory(releases);
    }

    @Override
    public List<String> published() {
        try (Generation generation = generations.get()) {
            return List.copyOf(new TreeSet<>(generation.releases().keySet()));
        }
    }

    @Override
    public SortedMap<String, Long> uses(Node term, long most) {
        SortedMap<String, Long> uses = new TreeMap<>();
        try (Generation generation = generations.get()) {
            for (String dataset : generation.releases().keySet()) {
                long count = datasets.uses(term, dataset, generation, most);
                if (count > 0) {
                    uses.put(dataset, count);
                }
            }
        }
        return uses;
    }

    @Override
    public List<ReleaseOutcome> history(String dataset) {
        return history.of(dataset);
    }

    @Override
    public List<MappingRule> rules(String dataset) {
        return history.rules(dataset);
    }

    @Override
    public Held judgedBy(String family) {
        Generation generation = generations.get();
        return held(generation, () -> datasets.judgedBy(family, generation));
    }

    @Override
    public Held named(String dataset) {
        Generation generation = generations.get();
        return held(generation, () -> List.of(datasets.named(dataset, generation)));
    }

    /// Gives the generation back at once when the datasets cannot be read.
    private static Held held(Generation generation, Supplier<List<JudgedDataset>> read) {
        try {
            return new HeldDatasets(generation, read.get());
        } catch (RuntimeException e) {
            generation.close();
            throw e;
        }
    }

    private record HeldDatasets(Generation generation, List<JudgedDataset> datasets) implements Held {
        @Override
        public long state() {
            return generation.state();
        }

        @Override
        public void close() {
            generation.close();
        }
    }
}
