package de.stadtgraph.cli;

import de.stadtgraph.Config;
import de.stadtgraph.Home;
import de.stadtgraph.Server;
import de.stadtgraph.WebFront;
import de.stadtgraph.bench.MappingRehearsal;
import de.stadtgraph.bench.Rehearsal;
import de.stadtgraph.pipeline.Progress;
import de.stadtgraph.pipeline.RunRequest;
import de.stadtgraph.query.QueryRehearsal;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `train`: publishes samples into a folder that is thrown away, serves a page of each kind, and queries long columns;
/// `train map` maps tables, `train draft` drafts modules, `train library` first renews the library of the command line.
/// The launcher runs each once after a build, so that the virtual machine keeps the loaded classes, and what it has
/// learned of busy methods, for later starts.
@Command(name = "train", hidden = true, description = "Runs once through the server, for the launcher.")
final class TrainCommand implements Callable<Integer> {
    private static final List<String> MODULES = List.of("areas", "trees", "households");

    @Parameters(
            paramLabel = "COMMAND",
            arity = "0..1",
            description = "map, draft: only what mapping or drafting needs; library: rewrites old class files.")
    private String command = "";

    private final Desk desk;

    TrainCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (command.equals("library")) {
            RenewedLibrary.renew(library());
            return 0;
        }
        try (var scratch = Scratch.create()) {
            if (command.equals("map")) {
                map(scratch.folder());
                return 0;
            }
            if (command.equals("draft")) {
                draft(scratch.folder());
                return 0;
            }
            // first, since a method's profile ends when it is compiled for good
            QueryRehearsal.run(scratch.folder().resolve("rehearsal"));
            Config config = Config.read(desk.home().config()).with(null, "127.0.0.1", 0);
            Server server = Server.of(desk.home(), config, scratch.folder());
            server.pipeline().run(MODULES, RunRequest.samples(), Progress.silent(), _ -> {});
            try (WebFront front = server.serve()) {
                new Rehearsal(front.port()).run();
            }
        }
        return 0;
    }

    /// The jar of picocli, whose classes are in the format of Java 5.
    private static Path library() {
        return Path.of(URI.create(CommandLine.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toString()));
    }

    /// In a checkout of its own, which shares the ontologies of ours.
    private void draft(Path folder) throws IOException {
        MappingRehearsal.write(folder);
        Home home = new Home(folder.resolve("home"));
        Files.createDirectories(home.mappings());
        Files.createSymbolicLink(home.ontologies(), desk.home().ontologies().toAbsolutePath());
        String config = desk.home().config().toString();
        for (String table : List.of("places.csv", "places.json")) {
            String source = folder.resolve(table).toString();
            String name = table.replace('.', '-');
            Commands.run(home, desk.terminal(), "new-module", name, "--source", source, "--config", config);
        }
    }

    private void map(Path folder) throws IOException {
        for (Path mapping : MappingRehearsal.write(folder)) {
            Commands.run(desk.home(), desk.terminal(), "map", mapping.toString(), "--output", mapping + ".nq");
        }
    }
}
