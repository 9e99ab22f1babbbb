package de.stadtgraph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `bench`: the benchmarks, one subcommand each.
@Command(
        name = "bench",
        description = {
            "Runs a benchmark: the product beside its peers, in one run.",
            "Exit: 0 what is promised holds, 2 it does not, 1 failed."
        },
        synopsisSubcommandLabel = "NAME")
final class BenchCommand implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    @Spec
    private CommandSpec spec;

    private final Desk desk;

    @SuppressWarnings("NullAway.Init") // picocli fills the specification
    private BenchCommand(Desk desk) {
        this.desk = desk;
    }

    /// The command with all benchmarks.
    static CommandLine of(Desk desk) {
        return new CommandLine(new BenchCommand(desk)).addSubcommand("mapping", new BenchMappingCommand(desk));
    }

    @Override
    public void run() {
        spec.commandLine().usage(desk.terminal().out());
    }
}
