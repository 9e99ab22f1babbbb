package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.publication.FolderLock;
import de.stadtgraph.publication.Rollback;
import de.stadtgraph.publication.State;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `rollback`: an older release becomes current, or a release is taken away.
@Command(
        name = "rollback",
        description = {
            "Makes the release before the current one current again, or the one named by --to.",
            "--withdraw takes the content of a release away for good; its addresses answer 410."
        })
final class RollbackCommand extends DataCommand {
    @Parameters(paramLabel = "DATASET", description = "Name of the dataset.")
    private String dataset = "";

    @Option(names = "--to", paramLabel = "N", description = "Number of the release that is to be current.")
    private @Nullable Long to;

    @Option(names = "--withdraw", paramLabel = "N", description = "Number of a release to take away; needs --reason.")
    private @Nullable Long withdraw;

    @Option(names = "--reason", paramLabel = "TEXT", description = "Why it is withdrawn; public, so name no person.")
    private String reason = "";

    RollbackCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        if (to != null && withdraw != null) {
            throw new ServerException(ErrorCode.BAD_ARGUMENT, "rollback: name --to or --withdraw, not both.");
        }
        Server server = server();
        try (FolderLock lock = server.folder().lock("rollback " + dataset)) {
            State state = act(server.rollback(lock));
            String now = state.release(dataset)
                    .map(number -> "release " + number + " of " + dataset + " is current")
                    .orElse(dataset + " has no current release");
            String done = withdraw == null ? "" : "Release " + withdraw + " of " + dataset + " is withdrawn; ";
            desk.say(done + now + " in state " + state.number() + ".");
        }
        return 0;
    }

    private State act(Rollback rollback) {
        if (withdraw != null) {
            return rollback.withdraw(dataset, withdraw, reason);
        }
        return to == null ? rollback.back(dataset) : rollback.to(dataset, to);
    }
}
