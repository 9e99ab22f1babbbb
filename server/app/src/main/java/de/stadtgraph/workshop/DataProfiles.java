package de.stadtgraph.workshop;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The profile of each dataset, read once a release and by one reader at a time. Thread-safe.
final class DataProfiles {
    private final Map<String, Profiled> profiles = new ConcurrentHashMap<>();

    private record Profiled(long release, DataProfile profile) {}

    /// The profile of the first dataset that is held.
    DataProfile of(CurrentData.Held held) {
        JudgedDataset judged = held.datasets().getFirst();
        return profiles.compute(
                        judged.dataset().slug(),
                        (_, known) -> known != null && known.release() == judged.release()
                                ? known
                                : new Profiled(judged.release(), DataProfile.of(judged.data())))
                .profile();
    }
}
