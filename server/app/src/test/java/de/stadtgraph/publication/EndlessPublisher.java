package de.stadtgraph.publication;

import de.stadtgraph.store.Generations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/// Publishes two datasets in turn, builds the index of each state and switches to it, until it is killed; notes each
/// state that was acknowledged.
final class EndlessPublisher {
    private EndlessPublisher() {}

    /// @param args data folder, file for the acknowledged states, most publications
    public static void main(String[] args) throws IOException {
        Path acknowledged = Path.of(args[1]);
        DataFolder folder = DataFolder.open(Path.of(args[0]));
        Path work = Files.createTempDirectory(folder.workspace(), "work");
        var releases = new Releases(folder, City.IRIS);
        try (FolderLock lock = folder.lock("endless");
                var generations = new Generations(folder.generations())) {
            var publisher = new Publisher(folder, City.IRIS, lock);
            int most = Integer.parseInt(args[2]);
            for (int turn = 0; turn < most; turn++) {
                String slug = turn % 2 == 0 ? "trees" : "areas";
                int trees = 200 + turn % 50 * 10;
                SortedQuads quads = City.quads(work, City.trees(0, trees));
                publisher.publish(City.candidate(City.open(slug), quads), City.released());
                long state = folder.states().current().number();
                Files.write(
                        acknowledged,
                        List.of(Long.toString(state)),
                        StandardOpenOption.CREATE,
                        StandardOpenOption.APPEND);
                generations.show(releases.files(releases.states().current()));
            }
        }
    }
}
