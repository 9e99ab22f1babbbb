package de.stadtgraph.query;

import de.stadtgraph.problem.ServerException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// An answer between the query that writes it and the reader that takes it: 64 KB in memory, the rest in a temporary
/// file, so that a slow reader holds a file and never a turn.
///
/// One thread writes and says how it ended ([#finish], [#fail]); one thread reads, also while it is written. Closing
/// deletes the file.
public final class Spool extends OutputStream {
    /// Bytes that are kept before anything is sent.
    public static final int MEMORY_BYTES = 64 << 10;

    private static final int BLOCK_BYTES = 32 << 10;

    private final long most;
    private final Spools room;
    private final QueryCaller caller;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final ByteArrayOutputStream memory = new ByteArrayOutputStream();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private @Nullable FileChannel file;
    private int inBlock;
    private long written;
    private long visible;
    private long fileBytes;
    private boolean complete;
    private @Nullable RuntimeException failure;

    Spool(long most, Spools room, QueryCaller caller) {
        this.most = most;
        this.room = room;
        this.caller = caller;
    }

    /// An empty one with room of its own.
    ///
    /// @param budget its bytes are the limit
    public Spool(QueryBudget budget) {
        this(budget.bytesOut(), Spools.defaults(), QueryCaller.LOCAL);
    }

    @Override
    public void write(int one) throws IOException {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        written += length;
        if (written > most) {
            throw new QueryStopped(QueryStopped.Which.BYTES_OUT, most);
        }
        int at = offset;
        int left = length;
        while (left > 0) {
            int part = Math.min(left, BLOCK_BYTES - inBlock);
            System.arraycopy(bytes, at, block, inBlock, part);
            inBlock += part;
            at += part;
            left -= part;
            if (inBlock == BLOCK_BYTES) {
                push(false);
            }
        }
    }

    /// @param last whether the answer is whole then: the reader is woken once
    private void push(boolean last) throws IOException {
        lock.lock();
        try {
            if (file == null && memory.size() + inBlock <= MEMORY_BYTES) {
                memory.write(block, 0, inBlock);
            } else {
                spill();
            }
            visible += inBlock;
            inBlock = 0;
            complete |= last;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void spill() throws IOException {
        FileChannel channel = file;
        if (channel == null) {
            room.begin(caller);
            Path path = Files.createTempFile("stadtgraph-answer-", ".spool");
            channel = FileChannel.open(
                    path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
            file = channel;
        }
        room.take(inBlock);
        fileBytes += inBlock;
        ByteBuffer bytes = ByteBuffer.wrap(block, 0, inBlock);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// Nothing is sent before a block is full or the answer ends.
    @Override
    public void flush() {}

    /// The answer is whole.
    public void finish() throws IOException {
        push(true);
    }

    /// The answer will never be whole.
    public void fail(RuntimeException why) {
        lock.lock();
        try {
            failure = why;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Waits until there is more than fits in memory, or the end.
    ///
    /// @return whether the answer is whole
    /// @throws RuntimeException what the writer failed with
    public boolean awaitStart() throws InterruptedException {
        lock.lock();
        try {
            while (!complete && failure == null && visible <= MEMORY_BYTES) {
                changed.await();
            }
            if (failure != null) {
                throw failure;
            }
            return complete;
        } finally {
            lock.unlock();
        }
    }

    /// Waits a while for the end.
    ///
    /// @return whether the answer is whole or has failed by now
    public boolean awaitEnd(Duration patience) throws InterruptedException {
        lock.lock();
        try {
            long left = patience.toNanos();
            while (!complete && failure == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            return complete || failure != null;
        } finally {
            lock.unlock();
        }
    }

    /// Copies the answer as it grows, to its end.
    ///
    /// @throws RuntimeException what the writer failed with; what was copied before is no answer
    public void copyTo(OutputStream out) throws IOException, InterruptedException {
        byte[] head = memory();
        out.write(head);
        long at = head.length;
        ByteBuffer part = ByteBuffer.allocate(BLOCK_BYTES);
        while (awaitMore(at)) {
            FileChannel channel = file;
            if (channel == null) {
                return;
            }
            part.clear();
            int read = channel.read(part, at - head.length);
            out.write(part.array(), 0, Math.max(0, read));
            at += Math.max(0, read);
        }
    }

    private boolean awaitMore(long at) throws InterruptedException {
        lock.lock();
        try {
            while (!complete && failure == null && visible <= at) {
                changed.await();
            }
            if (failure != null) {
                throw failure;
            }
            return visible > at;
        } finally {
            lock.unlock();
        }
    }

    private byte[] memory() {
        lock.lock();
        try {
            return memory.toByteArray();
        } finally {
            lock.unlock();
        }
    }

    /// Number of bytes so far.
    public long size() {
        return written;
    }

    /// A whole answer at once; for small ones.
    public InputStream read() throws IOException {
        push(true);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            copyTo(all);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        } catch (ServerException e) {
            throw new IOException(e);
        }
        return new ByteArrayInputStream(all.toByteArray());
    }

    @Override
    public void close() throws IOException {
        FileChannel channel = file;
        if (channel != null && channel.isOpen()) {
            channel.close();
            room.end(caller, fileBytes);
        }
    }
}
