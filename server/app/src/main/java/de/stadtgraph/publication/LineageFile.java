package de.stadtgraph.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Writes `lineage.tsv.gz` and `lineage.idx`: lines sorted by subject in gzip members of about 64 kB, all lines of a
/// subject in one member; the index has for each member its offset and first subject. Bounded memory. Stateless.
final class LineageFile {
    private static final int BLOCK_BYTES = 64 * 1000;

    private LineageFile() {}

    static Map<String, FileDigest> write(Path recorded, Path folder) throws IOException {
        try (var sort = new LineSort(folder, SortedQuads.MEMORY_BYTES);
                var lines = LineReader.open(recorded);
                var packed = DurableFile.create(folder.resolve(Release.LINEAGE));
                var index = DurableFile.create(folder.resolve(Release.LINEAGE_INDEX))) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                sort.add(line);
            }
            sort.drain(new Blocks(packed, index));
            return Map.of(Release.LINEAGE, packed.finish(), Release.LINEAGE_INDEX, index.finish());
        }
    }

    /// Cuts sorted lines into members.
    private static final class Blocks implements LineSort.LineSink {
        private final DurableFile packed;
        private final DurableFile index;
        private @Nullable String subject;
        private long blockBytes;

        Blocks(DurableFile packed, DurableFile index) {
            this.packed = packed;
            this.index = index;
        }

        @Override
        public void accept(byte[] line) throws IOException {
            String text = new String(line, StandardCharsets.UTF_8);
            String next = text.substring(0, text.indexOf('\t'));
            if (subject == null) {
                index.line(("0\t" + next).getBytes(StandardCharsets.UTF_8));
            } else if (blockBytes >= BLOCK_BYTES && !next.equals(subject)) {
                index.line((packed.nextMember() + "\t" + next).getBytes(StandardCharsets.UTF_8));
                blockBytes = 0;
            }
            packed.line(line);
            blockBytes += line.length + 1;
            subject = next;
        }
    }
}
