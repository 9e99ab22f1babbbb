package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.Release;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.publication.State;
import de.stadtgraph.store.IndexCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import picocli.CommandLine.Command;

/// `verify`: whether the bytes on the disk are those that were written.
@Command(
        name = "verify",
        description = "Compares the digests of all releases and of the index with what was written (exit 2: damaged).")
final class VerifyCommand extends DataCommand {
    VerifyCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        Server server = server();
        List<String> damages = new ArrayList<>();
        int releases = verify(server.releases(), damages);
        List<String> index = IndexCheck.damages(server.folder().generations());
        damages.addAll(index);
        damages.forEach(desk::say);
        if (!index.isEmpty()) {
            desk.say("The index is derived: remove the damaged folder, it is built again from the releases.");
        }
        desk.say("%d releases and the index verified, %d damages.".formatted(releases, damages.size()));
        return damages.isEmpty() ? 0 : 2;
    }

    private static int verify(Releases releases, List<String> damages) {
        var datasets = new TreeSet<String>();
        for (State state : releases.states().states()) {
            datasets.addAll(state.releases().keySet());
        }
        int verified = 0;
        for (String dataset : datasets) {
            for (Release release : releases.list(dataset)) {
                try {
                    release.verify();
                } catch (ServerException e) {
                    damages.add(String.valueOf(e.getMessage()));
                }
                verified++;
            }
        }
        return verified;
    }
}
