package de.stadtgraph.snapshot.file;

import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;

/// Numbers on disk, little-endian and unaligned, and the frame that all files share.
///
/// ```
/// header 64 bytes: magic, version, kind, 0, rows, length of the body, three numbers of the kind's own
/// body
/// footer: CRC32C of each 64 KiB page of the body (the first without the header), CRC32C of header and those, magic
/// ```
public final class Layout {
    public static final ValueLayout.OfLong LONG = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    public static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    public static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    public static final ValueLayout.OfByte BYTE = ValueLayout.JAVA_BYTE;

    /// Length of the header.
    public static final int HEADER = 64;

    static final int MAGIC = 0x58494753;
    static final int VERSION = 1;
    static final int PAGE = 1 << 16;
    static final int PAGE_BITS = 16;

    private Layout() {}
}
