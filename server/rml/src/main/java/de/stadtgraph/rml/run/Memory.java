package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Longs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/// Memory for what a run has to remember: on the heap up to a budget, then mapped files in a temporary folder, which
/// the operating system writes out when it needs the room. Closing gives all back. Thread-safe.
public final class Memory implements AutoCloseable {
    private final long budget;
    private final Path folder;
    private final Arena arena = Arena.ofShared();
    private long used;
    private long mapped;

    /// @param budget bytes on the heap
    /// @param folder for mapped files, the empty path for the platform's own
    public Memory(long budget, Path folder) {
        this.budget = budget;
        this.folder = folder;
    }

    /// Room for so many longs, all zero.
    synchronized Longs longs(long count) {
        long bytes = count * Long.BYTES;
        if (used + bytes <= budget && count <= Integer.MAX_VALUE - 8) {
            used += bytes;
            return Longs.onHeap((int) count);
        }
        mapped += bytes;
        return Longs.in(map(bytes));
    }

    /// The room is not needed any longer.
    synchronized void free(Longs longs) {
        if (longs.isOnHeap()) {
            used -= longs.size() * Long.BYTES;
        }
    }

    /// Bytes that went to files.
    public synchronized long mapped() {
        return mapped;
    }

    private MemorySegment map(long bytes) {
        try {
            Path file = folder.toString().isEmpty()
                    ? Files.createTempFile("stadtgraph-rml-", ".tmp")
                    : Files.createTempFile(folder, "stadtgraph-rml-", ".tmp");
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE)) {
                return channel.map(FileChannel.MapMode.READ_WRITE, 0, bytes, arena);
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    @Override
    public void close() {
        arena.close();
    }
}
