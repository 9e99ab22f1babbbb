package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.Arrays;

/// Join of two sides that are sorted by their first key; further keys are compared. Sorted as the left side.
///
/// A side that can seek is moved forward over what has no partner. Where both sides have the same keys, each once, rows
/// are joined by their position.
public final class MergeJoinRows implements SortedRows {
    /// Rows from which on it pays to look whether both sides are alike.
    private static final int ALIKE = 32;

    private final JoinShape shape;
    private final Window left;
    private final Window right;
    private final Pairs pairs = new Pairs();
    private int matched;
    private boolean alike;
    private boolean done;

    public MergeJoinRows(Rows left, Rows right, JoinShape shape, Meter meter) {
        this.shape = shape;
        this.left = new Window(left, shape.leftWidth(), shape.leftKeys()[0], meter);
        this.right = new Window(right, shape.rightWidth(), shape.rightKeys()[0], meter);
    }

    @Override
    public int next(long[][] columns) {
        while (!done) {
            int rows = alike();
            if (rows > 0) {
                copy(rows, columns);
                return rows;
            }
            pairs.count = 0;
            fill();
            for (int i = 1; i < shape.leftKeys().length; i++) {
                pairs.keepEqual(left.columns()[shape.leftKeys()[i]], right.columns()[shape.rightKeys()[i]]);
            }
            if (pairs.count > 0) {
                shape.gather(pairs, left.columns(), right.columns(), columns);
                return pairs.count;
            }
        }
        return 0;
    }

    /// How many of the next rows have the same key on both sides, which stands only once there. A key may go on behind
    /// the last row that was read, so that one waits.
    private int alike() {
        if (shape.leftKeys().length > 1 || !isBetweenKeys()) {
            return 0;
        }
        if (alike) {
            left.keepTwo();
            right.keepTwo();
        }
        int most = Math.min(Rows.BATCH + 1, Math.min(left.size - left.at, right.size - right.at));
        alike = most >= ALIKE && left.keys()[left.at] == right.keys()[right.at];
        if (!alike) {
            return 0;
        }
        int differ = Arrays.mismatch(left.keys(), left.at, left.at + most, right.keys(), right.at, right.at + most);
        return rising(left.keys(), left.at, differ < 0 ? most : differ);
    }

    /// Whether all partners of a key have been found, and those of the next one not begun with.
    private boolean isBetweenKeys() {
        int leftNext = left.at + (matched > 0 ? 1 : 0);
        int rightNext = right.at + matched;
        if (leftNext >= left.size || rightNext >= right.size) {
            return false;
        }
        if (matched > 0) {
            long key = left.keys()[left.at];
            if (left.keys()[leftNext] == key || right.keys()[rightNext] == key) {
                return false;
            }
            matched = 0;
            left.at = leftNext;
            right.at = rightNext;
        }
        right.at += right.keys()[right.at] < left.keys()[left.at] && right.at + 1 < right.size ? 1 : 0;
        return true;
    }

    /// How many of some keys are below the key that follows them, all of them from the first one on.
    private static int rising(long[] keys, int from, int count) {
        int last = from + count - 1;
        long falls = 0;
        for (int at = from; at < last; at++) {
            falls |= keys[at + 1] - keys[at] - 1;
        }
        if (falls >= 0) {
            return last - from;
        }
        int at = from;
        while (keys[at] < keys[at + 1]) {
            at++;
        }
        return at - from;
    }

    private void copy(int rows, long[][] into) {
        for (int i = 0; i < into.length; i++) {
            int from = shape.output()[i];
            if (from < shape.leftWidth()) {
                System.arraycopy(left.columns()[from], left.at, into[i], 0, rows);
            } else {
                System.arraycopy(right.columns()[from - shape.leftWidth()], right.at, into[i], 0, rows);
            }
        }
        left.at += rows;
        right.at += rows;
    }

    /// Finds pairs until the batch is full, or before a window moves under pairs that were found; or reads on.
    private void fill() {
        while (!pairs.isFull()) {
            if (left.at == left.size || right.at + matched == right.size) {
                done = pairs.count == 0 && !readOn();
                return;
            }
            match();
        }
    }

    /// Reads a batch on the side that is used up; a right side that has ended may still have partners in the window.
    private boolean readOn() {
        if (left.at == left.size) {
            if (matched == 0 && right.at < right.size) {
                left.seek(right.keys()[right.at]);
            }
            return left.more();
        }
        if (matched == 0) {
            right.seek(left.keys()[left.at]);
        }
        if (right.more()) {
            return true;
        }
        if (matched > 0) {
            left.at++;
            matched = 0;
            return true;
        }
        return false;
    }

    private void match() {
        long[] leftKeys = left.keys();
        long[] rightKeys = right.keys();
        int leftAt = left.at;
        int rightAt = right.at;
        int group = matched;
        while (leftAt < left.size && rightAt + group < right.size && !pairs.isFull()) {
            long key = leftKeys[leftAt];
            long other = rightKeys[rightAt + group];
            if (key == other) {
                pairs.add(leftAt, rightAt + group++);
            } else if (group > 0) {
                leftAt++;
                group = 0;
            } else if (other < key) {
                rightAt = notBelow(key, rightKeys, rightAt + 1, right.size);
            } else {
                leftAt = notBelow(other, leftKeys, leftAt + 1, left.size);
            }
        }
        left.at = leftAt;
        right.at = rightAt;
        matched = group;
    }

    /// The first of some keys that is not below another one.
    private static int notBelow(long key, long[] keys, int from, int to) {
        int at = from;
        while (at < to && keys[at] < key) {
            at++;
        }
        return at;
    }

    @Override
    public void seek(long key) {
        if (left.at == left.size) {
            left.seek(key);
        }
    }

    @Override
    public void close() {
        left.close();
        right.close();
    }
}
