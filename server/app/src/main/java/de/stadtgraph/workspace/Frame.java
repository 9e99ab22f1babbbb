package de.stadtgraph.workspace;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32C;
import org.apache.jena.riot.RiotException;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// One transaction in the log: a line with the number of deletions, the length of the text and its checksum, then
/// N-Quads, the deletions first. Immutable.
///
/// @param size bytes of line and text
record Frame(List<Quad> deleted, List<Quad> added, byte[] text, long size) {
    private static final int MOST_LINE = 64;
    private static final Pattern LINE = Pattern.compile("#t ([0-9]{1,9}) ([0-9]{1,9}) ([0-9a-f]{8})\n");

    /// @throws ServerException for a statement that reads otherwise than it was written: a term that is no RDF
    static Frame of(Changes changes) {
        List<Quad> deleted = quads(changes, Changes.Kind.DELETED);
        List<Quad> added = quads(changes, Changes.Kind.ADDED);
        List<Quad> all = new ArrayList<>(deleted);
        all.addAll(added);
        var bytes = new ByteArrayOutputStream(1 << 10);
        QuadText.write(all.iterator(), bytes);
        byte[] text = bytes.toByteArray();
        if (!isReadable(text, all)) {
            throw new ServerException(
                    ErrorCode.RDF_SYNTAX,
                    new Text(
                            "Eine Aussage enthält eine IRI oder ein Zeichen, das es in RDF nicht gibt.",
                            "A statement has an IRI or a character that RDF does not have."));
        }
        return new Frame(deleted, added, text, line(deleted.size(), text).length + (long) text.length);
    }

    private static boolean isReadable(byte[] text, List<Quad> quads) {
        try {
            return QuadText.read(text).equals(quads);
        } catch (RiotException _) {
            return false;
        }
    }

    private static List<Quad> quads(Changes changes, Changes.Kind kind) {
        return changes.net().entrySet().stream()
                .filter(entry -> entry.getValue() == kind)
                .map(Map.Entry::getKey)
                .toList();
    }

    void write(FileChannel log) throws IOException {
        byte[] line = line(deleted.size(), text);
        ByteBuffer bytes = ByteBuffer.allocate(line.length + text.length);
        bytes.put(line).put(text).flip();
        while (bytes.hasRemaining()) {
            log.write(bytes);
        }
    }

    /// The next transaction of a log.
    ///
    /// @param rest bytes that are left
    /// @return nothing at the end, or where a crash left half of one
    /// @throws IOException for one that is damaged and followed by others
    static @Nullable Frame read(InputStream log, long rest) throws IOException {
        log.mark(MOST_LINE);
        byte[] head = log.readNBytes(MOST_LINE);
        log.reset();
        Matcher line = LINE.matcher(new String(head, StandardCharsets.ISO_8859_1));
        boolean whole = line.lookingAt() && line.end() + Long.parseLong(line.group(2)) <= rest;
        if (!whole) {
            log.skipNBytes(Math.min(1, rest));
            return torn(log);
        }
        log.skipNBytes(line.end());
        byte[] text = log.readNBytes(Integer.parseInt(line.group(2)));
        if (!checksum(text).equals(line.group(3))) {
            return torn(log);
        }
        int deletions = Integer.parseInt(line.group(1));
        List<Quad> quads = QuadText.read(text);
        return new Frame(
                quads.subList(0, deletions),
                quads.subList(deletions, quads.size()),
                text,
                line.end() + (long) text.length);
    }

    /// What is torn is the last one; damage before the end is not passed over in silence.
    private static @Nullable Frame torn(InputStream log) throws IOException {
        if (LINE.matcher(new String(log.readAllBytes(), StandardCharsets.ISO_8859_1)).find()) {
            throw new IOException("its log of changes is damaged before the end");
        }
        return null;
    }

    private static byte[] line(int deletions, byte[] text) {
        return ("#t " + deletions + " " + text.length + " " + checksum(text) + "\n")
                .getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String checksum(byte[] text) {
        var crc = new CRC32C();
        crc.update(text);
        return "%08x".formatted(crc.getValue());
    }
}
