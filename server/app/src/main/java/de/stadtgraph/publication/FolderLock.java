package de.stadtgraph.publication;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The right to write in a data folder; one holder at a time, over all processes. It ends with [#close] or with the
/// process.
public final class FolderLock implements AutoCloseable {
    /// Folders held by this process. Static because the operating system keeps locks a process, and opening and closing
    /// the file a second time in the same process would give them up.
    private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final FileChannel channel;

    private FolderLock(Path folder, FileChannel channel) {
        this.folder = folder;
        this.channel = channel;
    }

    static FolderLock take(Path root, String command) {
        try {
            Path folder = root.toRealPath();
            if (!HELD.add(folder)) {
                throw busy(folder);
            }
            return taken(folder, command);
        } catch (IOException e) {
            throw Storage.failed(root, e);
        }
    }

    private static FolderLock taken(Path folder, String command) throws IOException {
        FileChannel channel = null;
        boolean done = false;
        try {
            channel = FileChannel.open(folder.resolve("lock"), StandardOpenOption.WRITE, StandardOpenOption.CREATE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw busy(folder);
            }
            Files.writeString(holder(folder), ProcessHandle.current().pid() + " " + command);
            done = true;
            return new FolderLock(folder, channel);
        } finally {
            if (!done) {
                if (channel != null) {
                    channel.close();
                }
                HELD.remove(folder);
            }
        }
    }

    /// Whether it is the lock of this folder and still held.
    boolean holds(DataFolder data) throws IOException {
        return channel.isOpen() && folder.equals(data.root().toRealPath());
    }

    private static ServerException busy(Path folder) {
        String[] holder;
        try {
            holder = Files.readString(holder(folder)).strip().split(" ", 2);
        } catch (IOException unknown) {
            holder = new String[] {};
        }
        String who = holder.length == 2 ? "process " + holder[0] + " (" + holder[1] + ")" : "another process";
        return new ServerException(
                ErrorCode.FOLDER_BUSY, folder + ": " + who + " is writing in this data folder; wait until it is done.");
    }

    private static Path holder(Path folder) {
        return folder.resolve("lock.holder");
    }

    @Override
    public void close() {
        if (!channel.isOpen()) {
            return;
        }
        try {
            Files.deleteIfExists(holder(folder));
            channel.close();
        } catch (IOException e) {
            throw Storage.failed(folder, e);
        } finally {
            HELD.remove(folder);
        }
    }
}
