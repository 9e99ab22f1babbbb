package de.stadtgraph.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `docs`: the documentation of the data model as files.
@Command(name = "docs", description = "Writes the documentation of ontology modules and shape families.")
final class DocsCommands implements Runnable {
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    private final Desk desk;

    private DocsCommands(Desk desk) {
        this.desk = desk;
    }

    static CommandLine line(Desk desk) {
        return new CommandLine(new DocsCommands(desk)).addSubcommand("build", new DocsBuildCommand(desk));
    }

    @Override
    public void run() {
        new CommandLine(this).usage(desk.terminal().out());
    }
}
