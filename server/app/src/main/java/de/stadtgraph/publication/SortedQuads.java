package de.stadtgraph.publication;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// The content of a candidate: canonical N-Triples lines in the order of their bytes, each once. Immutable.
///
/// Sorting takes [#MEMORY_BYTES] at most and, above that, as much temporary space as the input has.
///
/// @param file uncompressed, no graph names
/// @param count number of lines
/// @param subjects number of different subjects
/// @param sha256 digest of the sorted lines
public record SortedQuads(Path file, long count, long subjects, String sha256) {
    public static final long MEMORY_BYTES = 128L << 20;

    /// Sorts the lines of a file into another. Blank lines and comments go.
    ///
    /// @param input N-Triples in canonical form, or N-Quads without graph names; sorted or not
    /// @throws ServerException [ErrorCode#RDF_SYNTAX] for a line that is no statement or has a blank node
    public static SortedQuads sort(Path input, Path target) {
        return sort(input, target, MEMORY_BYTES);
    }

    static SortedQuads sort(Path input, Path target, long memoryBytes) {
        Path folder = target.toAbsolutePath().getParent();
        if (folder == null) {
            throw new IllegalArgumentException("no folder: " + target);
        }
        try (var sort = new LineSort(folder, memoryBytes);
                var lines = LineReader.open(input);
                var out = new BufferedOutputStream(Files.newOutputStream(target), 1 << 16)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                byte[] statement = statement(line, input, lines.number());
                if (statement.length > 0) {
                    sort.add(statement);
                }
            }
            var tally = new Tally();
            sort.drain(line -> {
                tally.add(line);
                out.write(line);
                out.write('\n');
            });
            return new SortedQuads(target, tally.count, tally.subjects, tally.sha256());
        } catch (IOException e) {
            throw Storage.failed(target, e);
        }
    }

    /// The statement of a line, ending in ` .`; nothing for a line without one.
    private static byte[] statement(byte[] line, Path file, long number) {
        int end = line.length;
        while (end > 0 && line[end - 1] <= ' ' && line[end - 1] >= 0) {
            end--;
        }
        if (end == 0 || line[0] == '#') {
            return new byte[0];
        }
        if (line[0] != '<' || end < 2 || line[end - 1] != '.' || line[end - 2] != ' ') {
            throw syntax(file, number, line[0] == '_' ? "a blank node must have an IRI" : "not a canonical statement");
        }
        int object = afterSpace(line, afterSpace(line, 0));
        if (object >= end - 2) {
            throw syntax(file, number, "not a canonical statement");
        }
        if (line[object] == '_') {
            throw syntax(file, number, "a blank node must have an IRI");
        }
        return end == line.length ? line : Arrays.copyOf(line, end);
    }

    private static int afterSpace(byte[] line, int from) {
        for (int at = from; at < line.length; at++) {
            if (line[at] == ' ') {
                return at + 1;
            }
        }
        return line.length;
    }

    private static ServerException syntax(Path file, long number, String what) {
        return new ServerException(ErrorCode.RDF_SYNTAX, file + ":" + number + ": " + what + ".");
    }

    /// The bytes of a line's subject, without brackets.
    static String subject(byte[] line) {
        return new String(line, 1, afterSpace(line, 0) - 3, StandardCharsets.UTF_8);
    }

    /// Counts lines and subjects of sorted lines.
    private static final class Tally {
        private final java.security.MessageDigest digest = DurableFile.sha256();
        private byte @Nullable [] last;
        private int lastSubject;
        private long count;
        private long subjects;

        void add(byte[] line) {
            digest.update(line);
            digest.update((byte) '\n');
            count++;
            int subject = afterSpace(line, 0);
            if (last == null || !Arrays.equals(last, 0, lastSubject, line, 0, subject)) {
                subjects++;
            }
            last = line;
            lastSubject = subject;
        }

        String sha256() {
            return HexFormat.of().formatHex(digest.digest());
        }
    }
}
