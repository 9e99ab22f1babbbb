package de.stadtgraph.cli;

import picocli.CommandLine.Command;

@Command(name = "query", description = "placeholder")
final class QueryCommand extends DataCommand {
    QueryCommand(Desk desk) {
        super(desk);
    }
}
