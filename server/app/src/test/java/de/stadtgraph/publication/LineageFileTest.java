package de.stadtgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The size of lineage, and how soon the records of a subject are found in it.
class LineageFileTest {
    private static final int TREES = 100_000;
    private static final int MOST_BYTES = 12;
    private static final long MOST_MEDIAN_NANOS = 20_000_000;

    @TempDir
    private Path folder = Path.of("");

    private static String tree(int number) {
        return "https://data.example.org/id/tree/1_" + number;
    }

    /// Trees in the order of their records, each third with an inspection, as a tree register has them.
    private Path recorded() throws IOException {
        Path file = folder.resolve("recorded.tsv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int record = 1; record <= TREES; record++) {
                int number = (int) (record * 7_919L % TREES);
                out.write(new LineageEntry(tree(number), 0, record, -1, 0).line() + "\n");
                if (number % 3 == 0) {
                    String inspection = "https://data.example.org/id/tree-inspection/1_" + number + "-2022-09-27";
                    out.write(new LineageEntry(inspection, 0, record, -1, 1).line() + "\n");
                }
            }
        }
        return file;
    }

    @Test
    void aSubjectTakesAFewBytesAndItsRecordsAreFoundInMilliseconds() throws IOException {
        LineageFile.write(recorded(), folder);
        Path packed = folder.resolve(Release.LINEAGE);
        Path index = folder.resolve(Release.LINEAGE_INDEX);
        int subjects = TREES + (TREES + 2) / 3;
        double bytes = (double) (Files.size(packed) + Files.size(index)) / subjects;
        var lineage = new Lineage(packed, index);
        var random = new Random(7);
        long[] nanos = new long[201];
        for (int i = 0; i < nanos.length; i++) {
            int record = random.nextInt(TREES) + 1;
            String subject = tree((int) (record * 7_919L % TREES));
            long start = System.nanoTime();
            List<LineageEntry> found = lineage.find(subject);
            nanos[i] = System.nanoTime() - start;
            assertThat(found).containsExactly(new LineageEntry(subject, 0, record, -1, 0));
        }
        Arrays.sort(nanos);
        System.out.printf(
                "lineage: %.1f bytes a subject; the records of a subject in %.2f ms (median of %d), %.2f ms at most%n",
                bytes, nanos[nanos.length / 2] / 1e6, nanos.length, nanos[nanos.length - 1] / 1e6);
        assertThat(bytes).isLessThan(MOST_BYTES);
        assertThat(nanos[nanos.length / 2]).isLessThan(MOST_MEDIAN_NANOS);
        assertThat(lineage.find("https://data.example.org/id/tree/none")).isEmpty();
    }
}
