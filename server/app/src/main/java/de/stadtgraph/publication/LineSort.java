package de.stadtgraph.publication;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/// Sorts lines by their bytes and drops equal ones, with bounded memory: what does not fit goes to files beside.
/// One thread. Close it to remove those files.
final class LineSort implements AutoCloseable {
    /// What one line costs beside its bytes.
    private static final int LINE_OVERHEAD_BYTES = 32;

    private static final int MOST_PARTS = 64;

    private final Path folder;
    private final long memoryBytes;
    private final List<Path> parts = new ArrayList<>();
    private List<byte[]> lines = new ArrayList<>();
    private long heldBytes;

    /// @param folder where parts go while sorting
    LineSort(Path folder, long memoryBytes) {
        this.folder = folder;
        this.memoryBytes = memoryBytes;
    }

    void add(byte[] line) throws IOException {
        lines.add(line);
        heldBytes += line.length + LINE_OVERHEAD_BYTES;
        if (heldBytes > memoryBytes) {
            spill();
        }
    }

    /// Hands on every different line once, in order.
    void drain(LineSink sink) throws IOException {
        if (parts.isEmpty()) {
            sortedLines(sink);
            return;
        }
        spill();
        merge(parts, sink);
    }

    private void sortedLines(LineSink sink) throws IOException {
        lines.sort(Arrays::compareUnsigned);
        var distinct = new Distinct(sink);
        for (byte[] line : lines) {
            distinct.accept(line);
        }
        lines = new ArrayList<>();
        heldBytes = 0;
    }

    private void spill() throws IOException {
        if (lines.isEmpty()) {
            return;
        }
        Path part = newPart();
        try (var out = new BufferedOutputStream(Files.newOutputStream(part), 1 << 16)) {
            sortedLines(line -> write(out, line));
        }
        if (parts.size() >= MOST_PARTS) {
            mergeParts();
        }
    }

    private void mergeParts() throws IOException {
        List<Path> old = List.copyOf(parts);
        Path merged = newPart();
        try (var out = new BufferedOutputStream(Files.newOutputStream(merged), 1 << 16)) {
            merge(old, line -> write(out, line));
        }
        for (Path part : old) {
            Files.delete(part);
            parts.remove(part);
        }
    }

    private Path newPart() throws IOException {
        Path part = Files.createTempFile(folder, "sort-", ".tmp");
        parts.add(part);
        return part;
    }

    private static void merge(List<Path> files, LineSink sink) throws IOException {
        var queue = new PriorityQueue<Head>();
        List<LineReader> readers = new ArrayList<>();
        try {
            for (Path file : files) {
                LineReader reader = LineReader.open(file);
                readers.add(reader);
                offer(queue, reader);
            }
            var distinct = new Distinct(sink);
            for (Head head = queue.poll(); head != null; head = queue.poll()) {
                distinct.accept(head.line);
                offer(queue, head.rest);
            }
        } finally {
            for (LineReader reader : readers) {
                reader.close();
            }
        }
    }

    private static void offer(PriorityQueue<Head> queue, LineReader reader) throws IOException {
        byte[] line = reader.next();
        if (line != null) {
            queue.add(new Head(line, reader));
        }
    }

    private static void write(OutputStream out, byte[] line) throws IOException {
        out.write(line);
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        for (Path part : parts) {
            Files.deleteIfExists(part);
        }
    }

    /// Takes lines.
    interface LineSink {
        void accept(byte[] line) throws IOException;
    }

    /// Hands on what differs from the line before.
    private static final class Distinct implements LineSink {
        private final LineSink next;
        private byte @Nullable [] last;

        Distinct(LineSink next) {
            this.next = next;
        }

        @Override
        public void accept(byte[] line) throws IOException {
            if (!Arrays.equals(last, line)) {
                next.accept(line);
                last = line;
            }
        }
    }

    /// The first line of a part that is not yet merged.
    private static final class Head implements Comparable<Head> {
        private final byte[] line;
        private final LineReader rest;

        Head(byte[] line, LineReader rest) {
            this.line = line;
            this.rest = rest;
        }

        @Override
        public int compareTo(Head other) {
            return Arrays.compareUnsigned(line, other.line);
        }
    }
}
