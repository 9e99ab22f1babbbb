package de.stadtgraph.snapshot.file;

import de.stadtgraph.snapshot.SnapshotFault;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/// A finished file of an index, mapped read-only. Header and footer are checked when it is opened; a page of the
/// body is checked when it is first touched. For many threads.
public final class IndexFile {
    private final Path path;
    private final MemorySegment bytes;
    private final long end;
    private final byte[] checked;
    private volatile boolean damaged;

    private IndexFile(Path path, MemorySegment bytes) {
        this.path = path;
        this.bytes = bytes;
        this.end = bytes.get(Layout.LONG, 24);
        this.checked = new byte[pages(end)];
    }

    /// Maps a file into the arena.
    ///
    /// @throws SnapshotFault when it is missing, of another kind or version, cut, or its header is damaged
    public static IndexFile open(Path path, FileKind kind, Arena arena) {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            long size = channel.size();
            if (size < Layout.HEADER + 8) {
                throw new SnapshotFault(path, "the file is cut");
            }
            var file = check(path, channel.map(FileChannel.MapMode.READ_ONLY, 0, size, arena));
            file.checkHeader(kind);
            return file;
        } catch (NoSuchFileException e) {
            throw new SnapshotFault(path, "the file is missing", e);
        } catch (IOException e) {
            throw new SnapshotFault(path, "the file cannot be read", e);
        }
    }

    private static IndexFile check(Path path, MemorySegment bytes) {
        if (bytes.get(Layout.INT, 0) != Layout.MAGIC) {
            throw new SnapshotFault(path, "this is no file of an index");
        }
        if (bytes.get(Layout.INT, 4) != Layout.VERSION) {
            throw new SnapshotFault(path, "the file has format version " + bytes.get(Layout.INT, 4));
        }
        long end = bytes.get(Layout.LONG, 24);
        if (end < Layout.HEADER || end > bytes.byteSize() || bytes.byteSize() != end + 4L * pages(end) + 8) {
            throw new SnapshotFault(path, "the file is cut, or its header is damaged");
        }
        return new IndexFile(path, bytes);
    }

    private void checkHeader(FileKind kind) {
        long table = 4L * checked.length;
        var crc = new CRC32C();
        crc.update(view(0, Layout.HEADER));
        crc.update(view(end, table));
        if (bytes.get(Layout.INT, end + table) != (int) crc.getValue()
                || bytes.get(Layout.INT, end + table + 4) != Layout.MAGIC) {
            throw fault("header or footer is damaged");
        }
        if (bytes.get(Layout.INT, 8) != kind.code()) {
            throw fault("this is no file of kind " + kind);
        }
    }

    static int pages(long end) {
        return Math.toIntExact((end + Layout.PAGE - 1) >>> Layout.PAGE_BITS);
    }

    /// All bytes of the file. Whoever reads in the body touches first.
    public MemorySegment bytes() {
        return bytes;
    }

    /// Rows, as the header says.
    public long rows() {
        return bytes.get(Layout.LONG, 16);
    }

    /// One of the three numbers of the kind's own.
    public long number(int index) {
        return bytes.get(Layout.LONG, 32 + 8L * index);
    }

    /// Where the body ends.
    public long end() {
        return end;
    }

    /// Checks the pages of a stretch of the body that nobody has touched yet.
    ///
    /// @throws SnapshotFault when a page is not what was written
    public void touch(long offset, long length) {
        if (offset < 0 || length < 0 || offset > end - length) {
            throw fault("it points outside itself");
        }
        int last = (int) ((offset + Math.max(length, 1) - 1) >>> Layout.PAGE_BITS);
        for (int page = (int) (offset >>> Layout.PAGE_BITS); page <= last && page < checked.length; page++) {
            if (checked[page] == 0) {
                check(page);
            }
        }
    }

    private void check(int page) {
        long from = (long) page << Layout.PAGE_BITS;
        long start = Math.max(from, Layout.HEADER);
        var crc = new CRC32C();
        crc.update(view(start, Math.min(from + Layout.PAGE, end) - start));
        if ((int) crc.getValue() != bytes.get(Layout.INT, end + 4L * page)) {
            throw fault("the page at byte " + from + " is damaged");
        }
        checked[page] = 1;
    }

    /// Checks the whole file.
    ///
    /// @throws SnapshotFault when a page is not what was written
    public void verify() {
        touch(Layout.HEADER, end - Layout.HEADER);
    }

    /// Whether a fault was found since it was opened.
    public boolean isDamaged() {
        return damaged;
    }

    /// The fault of this file.
    public SnapshotFault fault(String detail) {
        damaged = true;
        return new SnapshotFault(path, detail);
    }

    private ByteBuffer view(long offset, long length) {
        return bytes.asSlice(offset, length).asByteBuffer();
    }
}
