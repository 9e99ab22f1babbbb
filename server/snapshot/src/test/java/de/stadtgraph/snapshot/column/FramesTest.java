package de.stadtgraph.snapshot.column;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Columns in frames: values of every width, read in stretches and searched, against the array they were made of.
class FramesTest {
    private static final int ROWS = 2_000;
    private static final int LOOKS = 3_000;

    private final Random random = new Random(5);

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 7, 8, 13, 20, 31, 33, 40, 47, 55, 56, 57, 60, 62})
    void stretches_are_read_as_they_were_written(int width) {
        long[] values = new long[ROWS];
        Arrays.setAll(values, _ -> 17 + random(width));
        assertRead(values);
    }

    private void assertRead(long[] values) {
        Written written = written(values);
        assertThat(written.codec).isEqualTo(Codec.FOR);
        Frames frames = written.frames;
        for (int look = 0; look < LOOKS; look++) {
            int from = random.nextInt(ROWS);
            int count = 1 + random.nextInt(look % 2 == 0 ? Math.min(12, ROWS - from) : ROWS - from);
            long[] read = new long[count + 3];
            frames.read(from, count, read, 3);
            assertThat(Arrays.copyOfRange(read, 3, count + 3))
                    .isEqualTo(Arrays.copyOfRange(values, from, from + count));
            assertThat(frames.get(from)).isEqualTo(values[from]);
        }
    }

    /// A frame of values one above the other is not unpacked; one gap, and it is.
    @Test
    void consecutive_values_are_read_as_they_were_written() {
        long[] values = new long[ROWS];
        Arrays.setAll(values, i -> 4_000_000_000L + i + (i > 700 ? 1 : 0) + (i > 1_500 ? 1_000 : 0));
        values[900] = values[899];
        assertRead(values);
    }

    /// Only a part of the column is sorted; what stands before and behind it in its frames may be anything. Of few
    /// bits,
    /// the column is one of runs.
    @ParameterizedTest
    @ValueSource(ints = {2, 4, 6, 12, 17, 30, 47, 58})
    void the_first_row_not_below_a_key_is_found(int width) {
        int ofRuns = 0;
        for (int round = 0; round < 30; round++) {
            long[] values = new long[ROWS];
            Arrays.setAll(values, _ -> random(width));
            int from = random.nextInt(round % 2 == 0 ? 10 : ROWS);
            int to = round % 2 == 0 ? ROWS - random.nextInt(10) : from + 1 + random.nextInt(ROWS - from);
            Arrays.sort(values, from, to);
            Written written = written(values);
            ofRuns += written.codec == Codec.RUN ? 1 : 0;
            for (int look = 0; look < 200; look++) {
                int begin = from + random.nextInt(to - from);
                long key = look % 2 == 0 ? random(width) : values[begin + random.nextInt(to - begin)] + look % 3 - 1;
                int expected = begin;
                while (expected < to && values[expected] < key) {
                    expected++;
                }
                assertThat(written.lowerBound(begin, to, key)).isEqualTo(expected);
            }
        }
        assertThat(ofRuns > 0).isEqualTo(width < 8);
    }

    private long random(int width) {
        return random.nextLong() >>> (64 - width);
    }

    private record Written(Codec codec, Frames frames, Runs runs) {
        int lowerBound(int from, int to, long key) {
            return codec == Codec.RUN ? runs.lowerBound(from, to, key) : frames.lowerBound(from, to, key);
        }
    }

    private static Written written(long[] values) {
        BlockBuffer buffer = new BlockBuffer();
        long place = buffer.encode(values, ROWS, 0, Long.MAX_VALUE);
        MemorySegment bytes = MemorySegment.ofArray(Arrays.copyOf(buffer.array(), buffer.length() + 8));
        var written = new Written(Codec.of((int) place & 7), new Frames(bytes), new Runs(bytes));
        if (written.codec == Codec.RUN) {
            written.runs.open(place >>> 3);
        } else {
            written.frames.open(place >>> 3, ROWS);
        }
        return written;
    }
}
