package de.stadtgraph.publication;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPInputStream;

/// The receipts of a release: which record of which source a subject comes from. For many threads.
///
/// A lookup reads the index (a line for each 64 kB of lineage) and one member of the packed file.
public final class Lineage {
    private static final int MOST_ENTRIES = 1000;

    private final Path packed;
    private final Path index;

    Lineage(Path packed, Path index) {
        this.packed = packed;
        this.index = index;
    }

    /// The origins of a subject, at most 1000; none if the release does not have it.
    public List<LineageEntry> find(String subject) {
        try {
            List<String> blocks = Files.readAllLines(index);
            int block = lastNotAfter(blocks, subject);
            return block < 0 ? List.of() : scan(blocks, block, subject);
        } catch (IOException | IllegalArgumentException e) {
            throw Storage.damaged(packed, "the lineage cannot be read", e);
        }
    }

    private static int lastNotAfter(List<String> blocks, String subject) {
        int low = 0;
        int high = blocks.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (compare(first(blocks.get(middle)), subject) <= 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return high;
    }

    private List<LineageEntry> scan(List<String> blocks, int block, String subject) throws IOException {
        List<LineageEntry> found = new ArrayList<>();
        String start = subject + "\t";
        try (var channel = FileChannel.open(packed, StandardOpenOption.READ)) {
            channel.position(offset(blocks.get(block)));
            var bytes = new GZIPInputStream(Channels.newInputStream(channel), 1 << 16);
            var lines = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(start) && found.size() < MOST_ENTRIES) {
                    found.add(LineageEntry.ofLine(line));
                } else if (compare(line.substring(0, line.indexOf('\t')), subject) > 0) {
                    break;
                }
            }
        }
        return found;
    }

    private static long offset(String entry) {
        return Long.parseLong(entry.substring(0, entry.indexOf('\t')));
    }

    private static String first(String entry) {
        return entry.substring(entry.indexOf('\t') + 1);
    }

    private static int compare(String left, String right) {
        return Arrays.compareUnsigned(left.getBytes(StandardCharsets.UTF_8), right.getBytes(StandardCharsets.UTF_8));
    }
}
