package de.stadtgraph.rml.run;

import java.io.IOException;

/// Takes over the lines of one batch: all but those of dropped records and those that are there already.
final class LineMerge {
    private final BatchResult result;
    private final QuadOutput output;
    private final Fingerprints written;
    private final long[] quadsByMap;
    private int at;
    private int mark;

    LineMerge(BatchResult result, QuadOutput output, Fingerprints written, long[] quadsByMap) {
        this.result = result;
        this.output = output;
        this.written = written;
        this.quadsByMap = quadsByMap;
    }

    /// Leaves out a record; to be called in the order of the records.
    void drop(BatchResult.Extent record) throws IOException {
        flush(record.fromLine(), record.fromMark());
        for (int map = 0; map < record.linesByMap().length; map++) {
            quadsByMap[map] -= record.linesByMap()[map];
        }
        at = record.toLine();
        mark = record.toMark();
    }

    /// Writes the rest.
    void write() throws IOException {
        flush(result.lines().length(), result.marks().count());
        for (int map = 0; map < quadsByMap.length; map++) {
            quadsByMap[map] += result.marks().linesByMap()[map];
        }
    }

    private void flush(int toLine, int toMark) throws IOException {
        LineMarks marks = result.marks();
        for (; mark < toMark; mark++) {
            if (!written.add(marks.high(mark), marks.low(mark))) {
                output.lines(result.lines().bytes(), at, marks.from(mark));
                at = marks.to(mark);
                quadsByMap[marks.map(mark)]--;
            }
        }
        output.lines(result.lines().bytes(), at, toLine);
        at = toLine;
    }
}
