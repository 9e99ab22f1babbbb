package de.stadtgraph;

import de.stadtgraph.store.Generation;
import de.stadtgraph.workshop.CurrentData;
import de.stadtgraph.workshop.JudgedDataset;
import java.util.List;
import java.util.function.Supplier;

/// The workshop's view of the state that is served: each preview holds the generation that was current when it began.
final class WorkshopData implements CurrentData {
    private final LiveDatasets datasets;
    private final Supplier<Generation> generations;

    WorkshopData(LiveDatasets datasets, Supplier<Generation> generations) {
        this.datasets = datasets;
        this.generations = generations;
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
