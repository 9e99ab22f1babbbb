package de.stadtgraph.rml.run;

import de.stadtgraph.rml.plan.Repeat;
import de.stadtgraph.rml.term.Digest128;
import de.stadtgraph.rml.term.Lines;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/// Which lines of a batch have to be compared with those of other records, and how many lines each triples map made.
///
/// A line that one record makes twice is found here at once. Not thread-safe.
final class LineMarks {
    /// Lines of one record that are compared one by one.
    private static final int MANY = 64;

    private final Digest128 digest;
    private final long[] linesByMap;
    private int[] from = new int[1 << 8];
    private int[] to = new int[1 << 8];
    private int[] maps = new int[1 << 8];
    private long[] high = new long[1 << 8];
    private long[] low = new long[1 << 8];
    private int count;
    private int[] recordFrom = new int[16];
    private int[] recordTo = new int[16];
    private int recordLines;
    private final Set<Long> recordSet = new HashSet<>();
    private final long[] linesBefore;

    LineMarks(Digest128 digest, int triplesMaps) {
        this.digest = digest;
        this.linesByMap = new long[triplesMaps];
        this.linesBefore = new long[triplesMaps];
    }

    /// A record begins; gives the number of marks so far.
    int begin() {
        recordLines = 0;
        System.arraycopy(linesByMap, 0, linesBefore, 0, linesByMap.length);
        return count;
    }

    /// Takes the record back.
    void cut(int marks) {
        count = marks;
        System.arraycopy(linesBefore, 0, linesByMap, 0, linesByMap.length);
    }

    /// Notes a line; false if the record has made it already.
    boolean add(int map, Lines lines, int start, Repeat repeat) {
        if (repeat != Repeat.NEVER) {
            if (isRepeated(lines, start)) {
                return false;
            }
            if (repeat == Repeat.IN_RUN) {
                mark(map, lines, start);
            }
        }
        linesByMap[map]++;
        return true;
    }

    private boolean isRepeated(Lines lines, int start) {
        int end = lines.length();
        boolean mayBe = recordLines < MANY || !recordSet.add(digest.low(lines.bytes(), start, end));
        if (recordLines == MANY - 1) {
            fillSet(lines, start, end);
        }
        for (int i = 0; i < recordLines && mayBe; i++) {
            if (lines.isEqual(recordFrom[i], recordTo[i], start, end)) {
                return true;
            }
        }
        if (recordLines == recordFrom.length) {
            recordFrom = Arrays.copyOf(recordFrom, recordLines * 2);
            recordTo = Arrays.copyOf(recordTo, recordLines * 2);
        }
        recordFrom[recordLines] = start;
        recordTo[recordLines++] = end;
        return false;
    }

    /// From here on most lines are told apart by their digests.
    private void fillSet(Lines lines, int start, int end) {
        recordSet.clear();
        for (int i = 0; i < recordLines; i++) {
            recordSet.add(digest.low(lines.bytes(), recordFrom[i], recordTo[i]));
        }
        recordSet.add(digest.low(lines.bytes(), start, end));
    }

    private void mark(int map, Lines lines, int start) {
        if (count == from.length) {
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
            maps = Arrays.copyOf(maps, count * 2);
            high = Arrays.copyOf(high, count * 2);
            low = Arrays.copyOf(low, count * 2);
        }
        from[count] = start;
        to[count] = lines.length();
        maps[count] = map;
        high[count] = digest.high(lines.bytes(), start, lines.length());
        low[count++] = digest.low(lines.bytes(), start, lines.length());
    }

    /// Lines of the present record, by triples map.
    long[] recordLinesByMap() {
        long[] lines = new long[linesByMap.length];
        for (int map = 0; map < lines.length; map++) {
            lines[map] = linesByMap[map] - linesBefore[map];
        }
        return lines;
    }

    int count() {
        return count;
    }

    int from(int mark) {
        return from[mark];
    }

    int to(int mark) {
        return to[mark];
    }

    int map(int mark) {
        return maps[mark];
    }

    long high(int mark) {
        return high[mark];
    }

    long low(int mark) {
        return low[mark];
    }

    long[] linesByMap() {
        return linesByMap;
    }
}
