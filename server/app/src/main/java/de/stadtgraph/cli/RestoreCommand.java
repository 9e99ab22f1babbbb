package de.stadtgraph.cli;

import de.stadtgraph.publication.Restore;
import java.nio.file.Path;
import java.util.TreeMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `restore`: a backup becomes a data folder.
@Command(
        name = "restore",
        description = {
            "Unpacks a backup into the folder of --data, which must be empty or not there; every digest is compared.",
            "The configuration lies in configuration/ of the folder."
        })
final class RestoreCommand extends DataCommand {
    @Parameters(paramLabel = "FILE", description = "A file that backup wrote.")
    private Path file = Path.of("");

    RestoreCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        Restore.Restored restored = server().restore().read(file, options.data(desk.home()));
        desk.say(
                "State " + restored.state().number() + " of " + restored.state().time() + " is restored.");
        new TreeMap<>(restored.content())
                .forEach((dataset, digest) -> desk.say("  " + dataset + " "
                        + restored.state().release(dataset).orElse(0L) + "  content sha256 " + digest));
        return 0;
    }
}
