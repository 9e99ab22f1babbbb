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

/// One transaction in the log: a line with the number of deletions, the length of the text, its checksum and that of
/// the line itself, then N-Quads, the deletions first. Immutable.
///
/// @param size bytes of line and text
record Frame(List<Quad> deleted, List<Quad> added, byte[] text, long size) {
    private static final int MOST_LINE = 64;
    private static final Pattern LINE = Pattern.compile("#t (([0-9]{1,9}) ([0-9]{1,9}) ([0-9a-f]{8})) ([0-9a-f]{8})\n");
    private static final String ZEROS = "\0".repeat(16);

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
    /// @return nothing at the end, or where a crash left a part of one
    /// @throws IOException for one that was whole and is damaged
    static @Nullable Frame read(InputStream log, long rest) throws IOException {
        log.mark(MOST_LINE);
        String head = new String(log.readNBytes(MOST_LINE), StandardCharsets.ISO_8859_1);
        log.reset();
        Matcher line = LINE.matcher(head);
        if (!line.lookingAt()
                || !checksum(line.group(1).getBytes(StandardCharsets.ISO_8859_1))
                        .equals(line.group(5))) {
            boolean isCut = head.length() < MOST_LINE && head.indexOf('\n') < 0;
            return isCut ? null : unwritten(log);
        }
        int length = Integer.parseInt(line.group(3));
        if (line.end() + (long) length > rest) {
            return null;
        }
        log.skipNBytes(line.end());
        log.mark(length + 1);
        byte[] text = log.readNBytes(length);
        if (!checksum(text).equals(line.group(4))) {
            log.reset();
            return unwritten(log);
        }
        int deletions = Integer.parseInt(line.group(2));
        List<Quad> quads = QuadText.read(text);
        return new Frame(
                quads.subList(0, deletions), quads.subList(deletions, quads.size()), text, line.end() + (long) length);
    }

    /// What a file system had no time to write reads as zeros, which no transaction has; damage is told.
    private static @Nullable Frame unwritten(InputStream log) throws IOException {
        String rest = new String(log.readAllBytes(), StandardCharsets.ISO_8859_1);
        if (LINE.matcher(rest).find(Math.min(1, rest.length())) || !(rest.endsWith("\0") || rest.contains(ZEROS))) {
            throw new IOException("its log of changes is damaged");
        }
        return null;
    }

    private static byte[] line(int deletions, byte[] text) {
        String counts = deletions + " " + text.length + " " + checksum(text);
        String line = "#t " + counts + " " + checksum(counts.getBytes(StandardCharsets.ISO_8859_1)) + "\n";
        return line.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String checksum(byte[] text) {
        var crc = new CRC32C();
        crc.update(text);
        return "%08x".formatted(crc.getValue());
    }
}
