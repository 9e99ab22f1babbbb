package de.stadtgraph.snapshot.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.CRC32C;

/// Writes a file of an index from its beginning to its end, by `FileChannel` only. One thread. A file that was not
/// finished has no header and cannot be opened.
public final class IndexFileWriter implements AutoCloseable {
    private static final int BUFFER = 4 * Layout.PAGE;

    private final FileChannel channel;
    private final FileKind kind;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private int[] pages = new int[64];
    private int pageCount;
    private long flushed;

    /// @throws UncheckedIOException when the file exists or cannot be made
    public IndexFileWriter(Path path, FileKind kind) {
        this.kind = kind;
        try {
            channel = FileChannel.open(path, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        buffer.put(new byte[Layout.HEADER]);
    }

    /// Where the next byte goes.
    public long position() {
        return flushed + buffer.position();
    }

    public void putByte(int value) {
        room(1);
        buffer.put((byte) value);
    }

    public void putShort(int value) {
        room(2);
        buffer.putShort((short) value);
    }

    public void putInt(int value) {
        room(4);
        buffer.putInt(value);
    }

    public void putLong(long value) {
        room(8);
        buffer.putLong(value);
    }

    public void putLongs(long[] values, int count) {
        for (int i = 0; i < count; i++) {
            putLong(values[i]);
        }
    }

    public void put(byte[] bytes, int offset, int length) {
        int from = offset;
        int rest = length;
        while (rest > 0) {
            if (!buffer.hasRemaining()) {
                flush();
            }
            int part = Math.min(rest, buffer.remaining());
            buffer.put(bytes, from, part);
            from += part;
            rest -= part;
        }
    }

    /// A number of 7 bits a byte, the lowest first.
    public void putVarint(long value) {
        long rest = value;
        while (rest >= 0x80) {
            putByte((int) (rest | 0x80));
            rest >>>= 7;
        }
        putByte((int) rest);
    }

    /// Fills up to the next multiple of 8.
    public void align() {
        while ((position() & 7) != 0) {
            putByte(0);
        }
    }

    /// A number may straddle two buffers: then it is written in bytes.
    private void room(int bytes) {
        if (buffer.remaining() < bytes) {
            straddle();
        }
    }

    /// Pages must stay whole, so the buffer is only written full: what is left of it moves to the front.
    private void straddle() {
        int whole = buffer.position() & -Layout.PAGE;
        int rest = buffer.position() - whole;
        write(whole);
        byte[] tail = new byte[rest];
        buffer.get(whole, tail);
        buffer.clear();
        buffer.put(tail);
    }

    private void flush() {
        write(BUFFER);
        buffer.clear();
    }

    private void write(int length) {
        for (int from = 0; from < length; from += Layout.PAGE) {
            sum(from, Math.min(Layout.PAGE, length - from));
        }
        writeFully(buffer.duplicate().position(0).limit(length), flushed);
        flushed += length;
    }

    private void sum(int from, int length) {
        int start = flushed + from == 0 ? Layout.HEADER : from;
        var crc = new CRC32C();
        crc.update(buffer.duplicate().limit(from + length).position(start));
        if (pageCount == pages.length) {
            pages = Arrays.copyOf(pages, 2 * pageCount);
        }
        pages[pageCount++] = (int) crc.getValue();
    }

    private void writeFully(ByteBuffer bytes, long position) {
        try {
            long at = position;
            while (bytes.hasRemaining()) {
                at += channel.write(bytes, at);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes the footer, then the header. The manifest forces all files of an index to the disk.
    ///
    /// @param rows what the header says of them
    /// @param numbers up to three numbers of the kind's own
    public void finish(long rows, long... numbers) {
        long end = position();
        write(buffer.position());
        ByteBuffer header = header(rows, end, numbers);
        ByteBuffer footer = ByteBuffer.allocate(4 * pageCount + 8).order(ByteOrder.LITTLE_ENDIAN);
        for (int page = 0; page < pageCount; page++) {
            footer.putInt(pages[page]);
        }
        var crc = new CRC32C();
        crc.update(header.duplicate());
        crc.update(footer.array(), 0, 4 * pageCount);
        footer.putInt((int) crc.getValue()).putInt(Layout.MAGIC).flip();
        writeFully(footer, end);
        writeFully(header, 0);
    }

    private ByteBuffer header(long rows, long end, long[] numbers) {
        ByteBuffer header = ByteBuffer.allocate(Layout.HEADER).order(ByteOrder.LITTLE_ENDIAN);
        header.putInt(Layout.MAGIC).putInt(Layout.VERSION).putInt(kind.code()).putInt(0);
        header.putLong(rows).putLong(end);
        for (long number : numbers) {
            header.putLong(number);
        }
        return header.clear();
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
