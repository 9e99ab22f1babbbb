package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;

/// Join of two sides that are sorted by their first key; further keys are compared. Sorted as the left side.
///
/// A side that can seek is moved forward over what has no partner.
public final class MergeJoinRows implements SortedRows {
    private final JoinShape shape;
    private final Window left;
    private final Window right;
    private final Pairs pairs = new Pairs();
    private int matched;
    private boolean done;

    public MergeJoinRows(Rows left, Rows right, JoinShape shape, Meter meter) {
        this.shape = shape;
        this.left = new Window(left, shape.leftWidth(), shape.leftKeys()[0], meter);
        this.right = new Window(right, shape.rightWidth(), shape.rightKeys()[0], meter);
    }

    @Override
    public int next(long[][] columns) {
        while (!done) {
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

    /// Finds pairs until the batch is full, or before a window moves under pairs that were found.
    private void fill() {
        while (!pairs.isFull()) {
            if (left.at == left.size || right.at + matched == right.size) {
                if (pairs.count > 0) {
                    return;
                }
                if (!readOn()) {
                    done = true;
                    return;
                }
            } else {
                match();
            }
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
                rightAt++;
            } else {
                leftAt++;
            }
        }
        left.at = leftAt;
        right.at = rightAt;
        matched = group;
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
