package de.stadtgraph;

import de.stadtgraph.cli.Commands;
import de.stadtgraph.cli.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// The command line's entry: hands the streams, the checkout's folder and the arguments to the commands.
public final class Main {
    private Main() {}

    /// Runs one command and ends the process with its exit code: 0 done, 1 failed, 2 refused or not conforming.
    public static void main(String[] args) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        boolean interactive = Boolean.getBoolean("stadtgraph.terminal");
        Path home = Path.of(System.getProperty("stadtgraph.home", "."));
        int exit = Commands.run(new Home(home), new Terminal(out, err, interactive), args);
        out.flush();
        err.flush();
        System.exit(exit);
    }
}
