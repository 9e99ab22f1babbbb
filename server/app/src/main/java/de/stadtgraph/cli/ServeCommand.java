package de.stadtgraph.cli;

import picocli.CommandLine.Command;

@Command(name = "serve", description = "placeholder")
final class ServeCommand extends DataCommand {
    ServeCommand(Desk desk) {
        super(desk);
    }
}
