package de.stadtgraph.cli;

import de.stadtgraph.Home;
import de.stadtgraph.pipeline.Progress;

/// What every command works with: the checkout, the streams, a way to show progress.
///
/// @param home the checkout
/// @param terminal the streams
record Desk(Home home, Terminal terminal) {

    Progress progress() {
        return terminal.interactive() ? new BarProgress(terminal.err()) : new LineProgress(terminal.err());
    }

    /// Prints a line of the result.
    void say(String line) {
        terminal.out().println(line);
    }

    /// Prints a line beside the result: a hint, a warning.
    void note(String line) {
        terminal.err().println(line);
    }
}
