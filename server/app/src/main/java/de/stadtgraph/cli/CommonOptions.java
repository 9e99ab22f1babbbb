package de.stadtgraph.cli;

import de.stadtgraph.Config;
import de.stadtgraph.Home;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options that every command has.
final class CommonOptions {
    @Option(names = "--data", paramLabel = "DIR", description = "The data folder (default: data in the checkout).")
    @Nullable
    Path data;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "The city's configuration (default: stadtgraph.yaml in the checkout).")
    @Nullable
    Path config;

    @Option(names = "--verbose", description = "Show the stack trace of an error.")
    boolean verbose;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    boolean help;

    /// The same for one who does not describe them.
    PlainArguments plainly(PlainArguments arguments) {
        return arguments
                .option("--data", folder -> data = Path.of(folder))
                .option("--config", file -> config = Path.of(file))
                .flag("--verbose", () -> verbose = true);
    }

    Path data(Home home) {
        return data == null ? home.data() : data;
    }

    Config config(Home home) {
        return Config.read(configuration(home));
    }

    /// The configuration file.
    Path configuration(Home home) {
        return config == null ? home.config() : config;
    }
}
