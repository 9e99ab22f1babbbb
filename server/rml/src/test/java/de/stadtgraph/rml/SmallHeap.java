package de.stadtgraph.rml;

import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// A run of the engine in a process of its own with a small heap; what it writes is counted and thrown away.
final class SmallHeap {
    private SmallHeap() {}

    /// What a process said of its run.
    ///
    /// @param read records
    /// @param peakMegabytes of resident memory, where the system tells it (Linux), else 0
    record Told(long read, long rejected, long quads, long bytes, long peakMegabytes) {}

    /// @param heap as `-Xmx` takes it
    static Told map(String heap, Path mapping, String source, Path file) throws Exception {
        Path log = Files.createTempFile("small-heap", ".log");
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + heap,
                        "-XX:+UseSerialGC",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        SmallHeap.class.getName(),
                        mapping.toString(),
                        source,
                        file.toString()))
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            int exit = process.waitFor();
            List<String> words = Files.readAllLines(log);
            if (exit != 0) {
                throw new AssertionError("it ended with " + exit + ": " + String.join("\n", words));
            }
            long[] numbers = List.of(words.getLast().split(" ", -1)).stream()
                    .mapToLong(Long::parseLong)
                    .toArray();
            return new Told(numbers[0], numbers[1], numbers[2], numbers[3], numbers[4]);
        } finally {
            process.destroy();
            Files.delete(log);
        }
    }

    /// Arguments: mapping, name of the source, the file that stands in for it.
    public static void main(String[] arguments) throws Exception {
        Path mapping = Path.of(arguments[0]);
        Path folder = mapping.toAbsolutePath().resolveSibling("").normalize();
        var counted = new Counted();
        MappingReport report = MappingEngine.run(
                Mapping.read(mapping, new Sources(folder, Map.of(arguments[1], Path.of(arguments[2])))),
                MappingOptions.defaults("http://example.org/"),
                QuadSink.nquads(counted),
                Observer.none());
        SourceReport source = report.sources().getFirst();
        System.out.println(source.read() + " " + source.rejected() + " " + report.quads() + " " + counted.bytes + " "
                + peakMegabytes());
    }

    private static long peakMegabytes() throws Exception {
        Path status = Path.of("/proc/self/status");
        return Files.isReadable(status)
                ? Files.readAllLines(status).stream()
                        .filter(line -> line.startsWith("VmHWM:"))
                        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
                        .findFirst()
                        .orElse(0)
                : 0;
    }

    /// Counts bytes.
    private static final class Counted implements WritableByteChannel {
        private long bytes;

        @Override
        public int write(ByteBuffer source) {
            int count = source.remaining();
            source.position(source.limit());
            bytes += count;
            return count;
        }

        @Override
        public boolean isOpen() {
            return true;
        }

        @Override
        public void close() {}
    }
}
