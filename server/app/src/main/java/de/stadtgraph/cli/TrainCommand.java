package de.stadtgraph.cli;

import de.stadtgraph.Config;
import de.stadtgraph.Server;
import de.stadtgraph.WebFront;
import de.stadtgraph.bench.MappingRehearsal;
import de.stadtgraph.bench.Rehearsal;
import de.stadtgraph.pipeline.Progress;
import de.stadtgraph.pipeline.RunRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// `train`: publishes samples into a folder that is thrown away and serves a page of each kind;
/// `train map` maps tables. The launcher runs both once after a build, so that the virtual machine keeps the loaded
/// classes, and what it has learned of busy methods, for later starts.
@Command(name = "train", hidden = true, description = "Runs once through the server, for the launcher.")
final class TrainCommand implements Callable<Integer> {
    private static final List<String> MODULES = List.of("areas", "trees", "households");

    @Parameters(paramLabel = "COMMAND", arity = "0..1", description = "map: only what that command needs.")
    private String command = "";

    private final Desk desk;

    TrainCommand(Desk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var scratch = Scratch.create()) {
            if (command.equals("map")) {
                map(scratch.folder());
                return 0;
            }
            Config config = Config.read(desk.home().config()).with(null, "127.0.0.1", 0);
            Server server = Server.of(desk.home(), config, scratch.folder());
            server.pipeline().run(MODULES, RunRequest.samples(), Progress.silent(), _ -> {});
            try (WebFront front = server.serve()) {
                new Rehearsal(front.port()).run();
            }
        }
        return 0;
    }

    private void map(Path folder) throws IOException {
        for (Path mapping : MappingRehearsal.write(folder)) {
            Commands.run(desk.home(), desk.terminal(), "map", mapping.toString(), "--output", mapping + ".nq");
        }
    }
}
