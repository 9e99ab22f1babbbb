package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.term.Dictionary;
import de.stadtgraph.snapshot.term.DictionaryWriter;
import de.stadtgraph.snapshot.term.KeyCursor;
import de.stadtgraph.snapshot.term.KeyOrder;
import de.stadtgraph.snapshot.term.TermId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.PriorityQueue;

/// Merges sorted dictionaries to one, and notes for each part the new rank of each of its terms. One thread.
final class DictionaryMerge {
    private final List<Dictionary> parts;

    DictionaryMerge(List<Dictionary> parts) {
        this.parts = parts;
    }

    /// @param dictionary the file of the new dictionary
    /// @param remaps the files of the renamings, one a part
    void write(Path dictionary, List<Path> remaps) {
        List<RemapWriter> writers = new ArrayList<>();
        try (var out = new DictionaryWriter(dictionary)) {
            remaps.forEach(path -> writers.add(new RemapWriter(path)));
            for (int tag = 1; tag < TermId.TAGS; tag++) {
                if (TermId.isRanked(tag)) {
                    merge(tag, out, writers);
                }
            }
            out.finish();
            writers.forEach(RemapWriter::finish);
        } finally {
            writers.forEach(RemapWriter::close);
        }
    }

    private void merge(int tag, DictionaryWriter out, List<RemapWriter> writers) {
        var queue = new PriorityQueue<Head>();
        for (int part = 0; part < parts.size(); part++) {
            KeyCursor cursor = parts.get(part).keys(tag);
            if (cursor.count() > 0) {
                writers.get(part).begin(tag);
                queue.add(new Head(cursor, writers.get(part)));
            }
        }
        if (queue.isEmpty()) {
            return;
        }
        out.begin(tag);
        Keys last = new Keys();
        while (!queue.isEmpty()) {
            Head least = queue.remove();
            do {
                last.note(least.cursor, out);
                least.writer.add(last.rank);
            } while (least.next() && (queue.isEmpty() || least.compareTo(queue.peek()) <= 0));
            if (!least.isEnded()) {
                queue.add(least);
            }
        }
    }

    /// The key written last.
    private static final class Keys {
        private byte[] key = new byte[256];
        private int length = -1;
        private long rank;

        void note(KeyCursor cursor, DictionaryWriter out) {
            if (length >= 0 && KeyOrder.compare(key, length, cursor.bytes(), cursor.length()) == 0) {
                return;
            }
            rank = out.add(cursor.bytes(), cursor.length());
            length = cursor.length();
            if (key.length < length) {
                key = new byte[2 * length];
            }
            System.arraycopy(cursor.bytes(), 0, key, 0, length);
        }
    }

    /// The next key of a part.
    private static final class Head implements Comparable<Head> {
        private final KeyCursor cursor;
        private final RemapWriter writer;
        private long at;

        Head(KeyCursor cursor, RemapWriter writer) {
            this.cursor = cursor;
            this.writer = writer;
            cursor.seek(0);
        }

        boolean next() {
            at++;
            if (isEnded()) {
                return false;
            }
            cursor.seek(at);
            return true;
        }

        boolean isEnded() {
            return at >= cursor.count();
        }

        @Override
        public int compareTo(Head other) {
            return KeyOrder.compare(cursor.bytes(), cursor.length(), other.cursor.bytes(), other.cursor.length());
        }
    }
}
