package de.stadtgraph.rml.source;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// Members of archives, read where they are: nothing is ever written, so no name can lead anywhere.
///
/// At most 10,000 members; links and archives inside archives are not followed. Stateless.
final class Archives {
    private static final int MOST_MEMBERS = 10_000;
    private static final int XZ_MEMORY_KB = 64 << 10;

    private Archives() {}

    static ZipFile zip(Path file) throws IOException {
        var zip = new ZipFile(file.toFile());
        if (zip.size() > MOST_MEMBERS) {
            zip.close();
            throw tooMany(String.valueOf(file.getFileName()));
        }
        return zip;
    }

    /// The member of that name, or the only one.
    static InputStream zipMember(Path file, String member, SourceBytes.Counter counter) throws IOException {
        String name = String.valueOf(file.getFileName());
        ZipFile zip;
        try {
            zip = zip(file);
        } catch (ZipException broken) {
            throw new BrokenSourceException(
                    "broken-archive", -1, name + " is a broken zip file: " + broken.getMessage());
        }
        try {
            List<String> names = new ArrayList<>();
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                if (!entry.isDirectory()) {
                    names.add(entry.getName());
                }
            }
            ZipEntry entry = zip.getEntry(choose(names, member, name));
            long packed = Math.max(1, entry.getCompressedSize());
            long size = Files.size(file);
            InputStream content = LimitedInput.unpacking(zip.getInputStream(entry), () -> packed, name);
            return new Member(content, zip, counter, size, Math.max(1, entry.getSize()));
        } catch (IOException | RuntimeException broken) {
            zip.close();
            throw broken;
        }
    }

    /// A member of a zip file; closing it closes the file.
    private static final class Member extends FilterInputStream {
        private final ZipFile zip;
        private final SourceBytes.Counter counter;
        private final double share;
        private long read;

        Member(InputStream content, ZipFile zip, SourceBytes.Counter counter, long size, long unpacked) {
            super(content);
            this.zip = zip;
            this.counter = counter;
            this.share = (double) size / unpacked;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int count;
            try {
                count = super.read(into, from, length);
            } catch (ZipException broken) {
                throw new BrokenSourceException("broken-archive", -1, "the zip file is broken: " + broken.getMessage());
            }
            read += Math.max(0, count);
            counter.note((long) (read * share));
            return count;
        }

        @Override
        public void close() throws IOException {
            super.close();
            zip.close();
        }
    }

    static InputStream xz(InputStream packed, String name) throws IOException {
        try {
            return new XZInputStream(new BufferedInputStream(packed), XZ_MEMORY_KB);
        } catch (org.tukaani.xz.XZIOException broken) {
            throw new BrokenSourceException(
                    "broken-archive", -1, name + " is no readable xz file: " + broken.getMessage());
        }
    }

    /// The member of that name, or the first and only one.
    static InputStream tarMember(InputStream content, String member, String archive) throws IOException {
        var tar = new TarArchiveInputStream(content);
        List<String> names = new ArrayList<>();
        try {
            TarArchiveEntry entry = tar.getNextEntry();
            while (entry != null) {
                if (entry.isFile() && !entry.isLink() && !entry.isSymbolicLink()) {
                    if (member.isEmpty()
                            || entry.getName().equals(member)
                            || entry.getName().equals("./" + member)) {
                        return tar;
                    }
                    names.add(entry.getName());
                }
                if (names.size() > MOST_MEMBERS) {
                    throw tooMany(archive);
                }
                entry = tar.getNextEntry();
            }
        } catch (IllegalArgumentException broken) {
            throw new BrokenSourceException("broken-archive", -1, archive + " is a broken tar file");
        }
        throw missing(member, names, archive);
    }

    private static String choose(List<String> names, String member, String archive) throws BrokenSourceException {
        if (names.contains(member)) {
            return member;
        }
        if (!member.isEmpty() || names.isEmpty()) {
            throw missing(member, names, archive);
        }
        if (names.stream().anyMatch(name -> name.endsWith(".shp"))) {
            throw new BrokenSourceException(
                    "wrong-format", -1, archive + " holds a shapefile, which is not read: convert it to GeoJSON");
        }
        if (names.size() > 1) {
            throw new BrokenSourceException(
                    "several-members",
                    -1,
                    archive + " holds several files; name one with sg:member: "
                            + String.join(", ", names.subList(0, Math.min(40, names.size()))));
        }
        return names.getFirst();
    }

    private static BrokenSourceException missing(String member, List<String> names, String archive) {
        String what = member.isEmpty() ? "no file" : "no file `" + member + "`";
        return new BrokenSourceException(
                "no-member", -1, archive + " holds " + what + Columns.suggestion(member, names));
    }

    private static BrokenSourceException tooMany(String archive) {
        return new BrokenSourceException("too-large", -1, archive + " holds more than 10,000 files: it is not read");
    }
}
