package de.stadtgraph.bench;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A command that is run as a process of its own and measured. Immutable.
///
/// Memory and processor time are read from `/proc` every 10 ms while it runs; its own count of the peak makes that
/// exact but for the last 10 ms. Elsewhere they are 0.
///
/// @param command program and arguments
/// @param folder where it runs
/// @param environment added to ours
/// @param log where its two streams go
/// @param limit it is ended when it takes longer
public record MeasuredProcess(
        List<String> command, Path folder, Map<String, String> environment, Path log, Duration limit) {
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final double TICKS_PER_SECOND = 100;

    public MeasuredProcess {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /// Runs it to its end.
    ///
    /// @throws ServerException [ErrorCode#BAD_ARGUMENT] when it cannot be started or does not end in time
    public Measurement run() {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().putAll(environment);
        long start = System.nanoTime();
        try {
            return watch(builder.start(), start);
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT, command.getFirst() + " cannot be started: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException(ErrorCode.BAD_ARGUMENT, command.getFirst() + " was interrupted.", e);
        }
    }

    private Measurement watch(Process process, long start) throws InterruptedException {
        Path proc = Path.of("/proc", Long.toString(process.pid()));
        long peak = 0;
        double cpu = 0;
        try {
            while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
                peak = Math.max(peak, peak(proc));
                cpu = Math.max(cpu, cpu(proc));
                if (System.nanoTime() - start > limit.toNanos()) {
                    throw new ServerException(
                            ErrorCode.BAD_ARGUMENT,
                            "%s did not end within %d s; its words are in %s."
                                    .formatted(command.getFirst(), limit.toSeconds(), log));
                }
            }
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        return new Measurement((System.nanoTime() - start) / 1e9, cpu, peak, process.exitValue());
    }

    private static long peak(Path proc) {
        try {
            Matcher matcher = PEAK.matcher(Files.readString(proc.resolve("status")));
            return matcher.find() ? Long.parseLong(matcher.group(1)) * 1024 : 0;
        } catch (IOException e) {
            return 0; // it has just ended, or there is no /proc
        }
    }

    private static double cpu(Path proc) {
        try {
            String stat = Files.readString(proc.resolve("stat"));
            // Behind the name in brackets, which may hold blanks: fields 3 and on; 14 and 15 are user and system.
            List<String> fields =
                    List.of(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1));
            return (Long.parseLong(fields.get(11)) + Long.parseLong(fields.get(12))) / TICKS_PER_SECOND;
        } catch (IOException e) {
            return 0;
        }
    }
}
