package de.stadtgraph.publication;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;

/// Writes the lineage of a release: sorted lines in gzip members of about 64 KB, and an index of their first subjects.
///
/// `lineage.tsv.gz` stays readable with `zcat`; `lineage.idx` has a line a member: first subject, tab, offset. One
/// thread.
final class LineageWriter implements AutoCloseable {
    /// Bytes of text in a member.
    private static final int MEMBER_BYTES = 64 << 10;

    private final OutputStream packed;
    private final OutputStream index;
    private final ByteArrayOutputStream member = new ByteArrayOutputStream(MEMBER_BYTES + 1024);
    private String first = "";
    private long offset;

    LineageWriter(Path folder) throws IOException {
        packed = Files.newOutputStream(folder.resolve(Lineage.FILE));
        index = Files.newOutputStream(folder.resolve(Lineage.INDEX));
    }

    /// Adds a line; a subject's lines stay in one member.
    void line(String line) {
        try {
            String subject = Lineage.subject(line);
            if (member.size() > MEMBER_BYTES && !subject.equals(last)) {
                flush();
            }
            if (member.size() == 0) {
                first = subject;
            }
            member.writeBytes((line + "\n").getBytes(StandardCharsets.UTF_8));
            last = subject;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String last = "";

    private void flush() throws IOException {
        if (member.size() == 0) {
            return;
        }
        var bytes = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(bytes)) {
            member.writeTo(gzip);
        }
        index.write((first + "\t" + offset + "\n").getBytes(StandardCharsets.UTF_8));
        bytes.writeTo(packed);
        offset += bytes.size();
        member.reset();
    }

    @Override
    public void close() throws IOException {
        flush();
        packed.close();
        index.close();
    }
}
