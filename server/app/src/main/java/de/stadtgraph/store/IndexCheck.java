package de.stadtgraph.store;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotFault;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Compares every file of a folder of generations with its digest. Stateless; changes nothing.
public final class IndexCheck {
    private IndexCheck() {}

    /// What is damaged, one sentence each.
    public static List<String> damages(Path generations) {
        List<String> damages = new ArrayList<>();
        for (Path place : List.of(generations.resolve("segments"), generations)) {
            Folders.list(place).stream()
                    .filter(folder -> !folder.endsWith("segments"))
                    .filter(folder -> !folder.toString().endsWith(Folders.WORK))
                    .forEach(folder -> check(folder, damages));
        }
        return damages;
    }

    private static void check(Path folder, List<String> damages) {
        try (Snapshot snapshot = Snapshot.open(folder)) {
            snapshot.verifyDigests();
        } catch (SnapshotFault e) {
            damages.add(String.valueOf(e.getMessage()));
        }
    }
}
