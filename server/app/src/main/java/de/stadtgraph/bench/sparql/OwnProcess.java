package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Processes that the benchmark starts, and stops by their own id; what they say goes to a file.
final class OwnProcess implements AutoCloseable {
    private static final int START_SECONDS = 300;
    private static final int STOP_SECONDS = 20;

    private final Path log;
    private @Nullable Process process;

    OwnProcess(Path log) {
        this.log = log;
    }

    /// Runs a command to its end.
    ///
    /// @throws IOException when it fails, with the file that says why
    void run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process running = begin(folder, command, Map.of());
        process = running;
        if (running.waitFor() != 0) {
            throw new IOException(command.getFirst() + " failed; " + log + " says why");
        }
        process = null;
    }

    /// Starts a server and waits until it answers.
    void serve(Path folder, List<String> command, Endpoint endpoint) throws IOException, InterruptedException {
        Process running = begin(folder, command, Map.of());
        process = running;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(START_SECONDS);
        while (!endpoint.isReady()) {
            if (!running.isAlive() || System.nanoTime() > end) {
                throw new IOException(command.getFirst() + " does not answer; " + log + " says why");
            }
            Thread.sleep(200);
        }
    }

    private Process begin(Path folder, List<String> command, Map<String, String> environment) throws IOException {
        Files.createDirectories(folder);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        return builder.start();
    }

    @Override
    public void close() {
        Process running = process;
        if (running == null) {
            return;
        }
        List<ProcessHandle> children = running.descendants().toList();
        running.destroy();
        children.forEach(ProcessHandle::destroy);
        try {
            if (!running.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                running.destroyForcibly();
                children.forEach(ProcessHandle::destroyForcibly);
            }
        } catch (InterruptedException _) {
            running.destroyForcibly();
            Thread.currentThread().interrupt();
        }
        process = null;
    }
}
