package de.stadtgraph.cli;

import de.stadtgraph.Config;
import de.stadtgraph.Server;
import de.stadtgraph.pipeline.RunReport;
import de.stadtgraph.pipeline.RunRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `demo`: everything once, on the bundled samples.
@Command(
        name = "demo",
        description = {
            "Publishes every bundled module on its bundled sample, then serves.",
            "A data folder that has a state already is only served."
        })
final class DemoCommand extends DataCommand {
    @Option(names = "--port", paramLabel = "N", description = "TCP port, 0 takes a free one (default: 3030).")
    private @Nullable Integer port;

    DemoCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() throws InterruptedException {
        Config config = options.config(desk.home()).with(null, null, port);
        Server server = Server.of(desk.home(), config, options.data(desk.home()));
        if (server.releases().states().current().number() == 0) {
            List<RunReport> reports = server.pipeline()
                    .run(List.of(), RunRequest.samples(), desk.progress(), report -> Reports.tell(desk, report, false));
            int exit = Reports.exitCode(reports);
            if (exit != 0) {
                return exit;
            }
        }
        ServeCommand.untilStopped(desk, server);
        return 0;
    }
}
