package de.stadtgraph.cli;

import de.stadtgraph.Server;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/// A command that works on a data folder with the options that all share.
sealed class DataCommand implements Callable<Integer>
        permits BackupCommand,
                CheckCommand,
                DemoCommand,
                DocsBuildCommand,
                LoadCommand,
                MapCommand,
                NewModuleCommand,
                QueryCommand,
                RestoreCommand,
                RollbackCommand,
                RunCommand,
                ServeCommand,
                ShapesDiffCommand,
                ShapesSuggestCommand,
                ShapesTestCommand,
                StatesCommand,
                UserCommand.Add,
                UserCommand.ListAll,
                UserCommand.Revoke,
                ValidateCommand,
                VerifyCommand {
    final Desk desk;

    @Mixin
    final CommonOptions options = new CommonOptions();

    DataCommand(Desk desk) {
        this.desk = desk;
    }

    /// The server's parts on the configured folder; nothing is started by it.
    final Server server() {
        return Server.of(desk.home(), options.config(desk.home()), options.data(desk.home()));
    }

    /// How plain arguments are taken without describing the command; empty where nobody waits for its start.
    Optional<PlainArguments> plainArguments() {
        return Optional.empty();
    }

    @Override
    public Integer call() throws Exception {
        throw new UnsupportedOperationException(getClass().getName());
    }
}
