package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.publication.Backup;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `backup`: releases, states, workspace and configuration in one file.
@Command(
        name = "backup",
        description = {
            "Writes releases, states, workspace and configuration into one zip file, with FILE.sha256 beside it.",
            "A server may go on serving, and others may publish meanwhile. Keep it private: the workspace is in it."
        })
final class BackupCommand extends DataCommand {
    @Parameters(paramLabel = "FILE", description = "The file to write; it must not be there.")
    private Path file = Path.of("");

    BackupCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() throws IOException {
        Server server = server();
        Backup.Summary summary = server.backup().write(file, options.configuration(desk.home()), Instant.now());
        Files.writeString(
                file.resolveSibling(file.getFileName() + ".sha256"),
                summary.sha256() + "  " + file.getFileName() + "\n");
        desk.say(String.format(
                Locale.ROOT,
                "%s: state %d, %d releases, %,d bytes, sha256 %s",
                file,
                summary.state(),
                summary.releases(),
                summary.bytes(),
                summary.sha256()));
        return 0;
    }
}
