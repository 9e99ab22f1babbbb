package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFileWriter;
import de.stadtgraph.snapshot.term.TermId;
import java.nio.file.Path;

/// Writes a renaming: of each tag the new rank of each old one, in rising order. One thread.
final class RemapWriter implements AutoCloseable {
    private final IndexFileWriter out;
    private final long[] directory = new long[2 * TermId.TAGS];
    private int tag;
    private long count;

    RemapWriter(Path path) {
        out = new IndexFileWriter(path, FileKind.REMAP);
    }

    /// Begins a tag, above the one before.
    void begin(int nextTag) {
        endTag();
        tag = nextTag;
        out.align();
        directory[2 * tag + 1] = out.position();
    }

    void add(long rank) {
        out.putInt((int) rank);
        count++;
    }

    private void endTag() {
        directory[2 * tag] = count;
        count = 0;
    }

    void finish() {
        endTag();
        out.align();
        long at = out.position();
        out.putLongs(directory, directory.length);
        out.finish(0, at);
    }

    @Override
    public void close() {
        out.close();
    }
}
