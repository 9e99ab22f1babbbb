package de.stadtgraph.cli;

import picocli.CommandLine.Command;

@Command(name = "demo", description = "placeholder")
final class DemoCommand extends DataCommand {
    DemoCommand(Desk desk) {
        super(desk);
    }
}
