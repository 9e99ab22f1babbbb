package de.stadtgraph.cli;

import de.stadtgraph.Config;
import de.stadtgraph.Server;
import de.stadtgraph.WebFront;
import de.stadtgraph.pipeline.Schedule;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `serve`: serves the data folder until it is stopped.
@Command(name = "serve", description = "Serves the data folder until it is stopped (Ctrl-C).")
final class ServeCommand extends DataCommand {
    @Option(names = "--port", paramLabel = "N", description = "TCP port, 0 takes a free one (default: 3030).")
    private @Nullable Integer port;

    @Option(names = "--bind", paramLabel = "ADDR", description = "Address to listen on (default: 127.0.0.1).")
    private @Nullable String bind;

    @Option(
            names = "--base",
            paramLabel = "IRI",
            description = "Canonical base of all IRIs (default: of the configuration).")
    private @Nullable String base;

    ServeCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() throws InterruptedException {
        Config config = options.config(desk.home()).with(base, bind, port);
        Server server = Server.of(desk.home(), config, options.data(desk.home()));
        untilStopped(desk, server);
        return 0;
    }

    /// Serves, says where, and waits.
    static void untilStopped(Desk desk, Server server) throws InterruptedException {
        WebFront front = server.serve();
        Schedule schedule = server.schedule();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            schedule.close();
                            front.close();
                        },
                        "stop"));
        desk.say("Stadtgraph answers on http://localhost:" + front.port() + "/");
        new CountDownLatch(1).await();
    }
}
