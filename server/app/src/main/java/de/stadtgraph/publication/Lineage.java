package de.stadtgraph.publication;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// Which source records made a subject. One seek and one member of 64 KB a question. Immutable, thread-safe.
public final class Lineage {
    static final String FILE = "lineage.tsv.gz";
    static final String INDEX = "lineage.idx";

    private final Path folder;

    Lineage(Path folder) {
        this.folder = folder;
    }

    /// A source record that made a subject.
    ///
    /// @param source number of the source, as in [Release#origins]
    /// @param record number of the record, from 1
    /// @param rule number of the triples map, as in [Release#rules]
    public record Origin(int source, long record, int rule) {}

    /// The records of a subject; none for a subject that no record made, or a release without lineage.
    public List<Origin> of(String subject) {
        Path index = folder.resolve(INDEX);
        if (!Files.exists(index)) {
            return List.of();
        }
        try {
            List<String> members = Files.readAllLines(index);
            int at = member(members, subject);
            return at < 0 ? List.of() : read(offset(members.get(at)), subject);
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.RELEASE_DAMAGED, folder + ": the lineage cannot be read; restore it from the backup.", e);
        }
    }

    /// The last member whose first subject is not after the one sought.
    private static int member(List<String> members, String subject) {
        int low = 0;
        int high = members.size() - 1;
        int found = -1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (subject(members.get(middle)).compareTo(subject) <= 0) {
                found = middle;
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return found;
    }

    private static long offset(String line) {
        return Long.parseLong(line.substring(line.lastIndexOf('\t') + 1));
    }

    static String subject(String line) {
        int tab = line.indexOf('\t');
        return tab < 0 ? line : line.substring(0, tab);
    }

    private List<Origin> read(long offset, String subject) throws IOException {
        List<Origin> origins = new ArrayList<>();
        try (FileChannel channel = FileChannel.open(folder.resolve(FILE))) {
            channel.position(offset);
            InputStream member = new GZIPInputStream(Channels.newInputStream(channel));
            var lines = new BufferedReader(new InputStreamReader(member, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int order = subject(line).compareTo(subject);
                if (order > 0) {
                    break;
                }
                if (order == 0) {
                    origins.add(origin(line));
                }
            }
        }
        return origins;
    }

    private static Origin origin(String line) {
        List<String> cells = List.of(line.split("\t", -1));
        return new Origin(Integer.parseInt(cells.get(1)), Long.parseLong(cells.get(2)), Integer.parseInt(cells.get(3)));
    }
}
