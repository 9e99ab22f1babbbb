package de.stadtgraph.rml.source;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/// Packs one file into a tar archive. Stateless.
public final class TarPacking {
    private TarPacking() {}

    /// @param name of the member
    /// @param xz whether it is packed by xz, else by gzip
    /// @param out stays open
    public static void pack(Path file, String name, boolean xz, OutputStream out) throws IOException {
        var open = new FilterOutputStream(out) {
            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                out.write(bytes, from, count);
            }

            @Override
            public void close() throws IOException {
                flush();
            }
        };
        try (OutputStream packed = xz
                        ? new XZOutputStream(open, new LZMA2Options(LZMA2Options.PRESET_MIN))
                        : new GZIPOutputStream(open);
                var tar = new TarArchiveOutputStream(packed)) {
            tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
            TarArchiveEntry entry = new TarArchiveEntry(name);
            entry.setSize(Files.size(file));
            tar.putArchiveEntry(entry);
            Files.copy(file, tar);
            tar.closeArchiveEntry();
        }
    }
}
