package de.stadtgraph.store;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/// Keeps other processes, and other stores of this one, from changing the same folder of generations meanwhile. Whoever
/// comes second waits.
final class FolderGuard implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 20;

    private final FileChannel channel;

    private FolderGuard(FileChannel channel) {
        this.channel = channel;
    }

    static FolderGuard take(Path folder) {
        try {
            FileChannel channel =
                    FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            while (lock(channel) == null) {
                Thread.sleep(PATIENCE_MILLIS);
            }
            return new FolderGuard(channel);
        } catch (IOException e) {
            throw Folders.failed(folder, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while another builds in " + folder, e);
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
