package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.term.TermId;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// SUM and AVG. Inline integers and decimals are added as `long`; every other number, and what would overflow, goes to
/// [Numbers]. A value that is missing or no number makes the group's result empty.
public final class SumAggregate implements Aggregate {

    /// What is made of the sum.
    public enum Result {
        SUM,
        AVERAGE
    }

    private static final long OTHER_BYTES = 120;

    /// Two sums of this size are a `long` still.
    private static final long ROOM = 1L << 60;

    /// Above a batch of values of this size, a power of two.
    private static final long SMALL = ROOM / Rows.BATCH;

    private static final long ANY_DECIMAL = TermId.of(TermId.DECIMAL, 0);

    private final int column;
    private final Result kind;
    private final Numbers numbers;
    private final Meter meter;
    private final GroupArray firsts;
    private final GroupArray integers;
    private final GroupArray integerCounts;
    private final GroupArray decimals;
    private final GroupArray decimalCounts;
    private final GroupArray otherCounts;
    private final GroupArray failed;
    private @Nullable Object[] others = new Object[0];
    private int knownGroups;

    public SumAggregate(int column, Result kind, Numbers numbers, Meter meter) {
        this.column = column;
        this.kind = kind;
        this.numbers = numbers;
        this.meter = meter;
        this.firsts = new GroupArray(meter);
        this.integers = new GroupArray(meter);
        this.integerCounts = new GroupArray(meter);
        this.decimals = new GroupArray(meter);
        this.decimalCounts = new GroupArray(meter);
        this.otherCounts = new GroupArray(meter);
        this.failed = new GroupArray(meter);
    }

    @Override
    public void add(long[][] columns, RowGroups groups) {
        long[] values = columns[column];
        firsts.reserve(groups.count);
        integers.reserve(groups.count);
        integerCounts.reserve(groups.count);
        decimals.reserve(groups.count);
        decimalCounts.reserve(groups.count);
        otherCounts.reserve(groups.count);
        failed.reserve(groups.count);
        if (areSmallDecimals(values, groups.rows) && isRoomFor(groups)) {
            addDecimals(values, groups);
        } else {
            for (int row = 0; row < groups.rows; row++) {
                addOne(values[row], groups.numbers[row]);
            }
        }
        knownGroups = groups.count;
    }

    /// Whether all are decimals, and so small that a batch of them is no more than the room of a sum.
    private static boolean areSmallDecimals(long[] values, int rows) {
        long odd = 0;
        long large = 0;
        for (int row = 0; row < rows; row++) {
            odd |= values[row] ^ ANY_DECIMAL;
            large |= TermId.decimalScaled(values[row]) + SMALL;
        }
        return odd >= 0 && TermId.tag(odd) == 0 && large >= 0 && large < 2 * SMALL;
    }

    private boolean isRoomFor(RowGroups groups) {
        long[] sums = decimals.values;
        boolean few = groups.count <= groups.runs;
        int checked = few ? groups.count : groups.runs;
        for (int i = 0; i < checked; i++) {
            if (Math.abs(sums[few ? i : groups.group(i)]) >= ROOM) {
                return false;
            }
        }
        return true;
    }

    /// The common case in small loops; rows of a group that follow each other are added up first.
    private void addDecimals(long[] values, RowGroups groups) {
        if (groups.count > knownGroups) {
            keepFirsts(values, groups);
        }
        long[] sums = decimals.values;
        long[] count = decimalCounts.values;
        int row = 0;
        for (int run = 0; run < groups.runs; run++) {
            int from = row;
            int end = groups.ends[run];
            long sum = 0;
            while (row < end) {
                sum += TermId.decimalScaled(values[row++]);
            }
            int group = groups.group(run);
            sums[group] += sum;
            count[group] += end - from;
        }
    }

    /// The first values of groups that are new in this batch; every other group has one, or has failed.
    private void keepFirsts(long[] values, RowGroups groups) {
        long[] first = firsts.values;
        for (int row = groups.rows - 1; row >= 0; row--) {
            int group = groups.numbers[row];
            if (group >= knownGroups) {
                first[group] = values[row];
            }
        }
    }

    private void addOne(long id, int group) {
        int tag = id > 0 ? TermId.tag(id) : 0;
        boolean first = count(group) == 0;
        if (tag == TermId.INTEGER && fits(integers.values[group], TermId.integerValue(id))) {
            integers.values[group] += TermId.integerValue(id);
            integerCounts.values[group]++;
        } else if (tag == TermId.DECIMAL && fits(decimals.values[group], TermId.decimalScaled(id))) {
            decimals.values[group] += TermId.decimalScaled(id);
            decimalCounts.values[group]++;
        } else if (id == 0 || !addOther(id, group)) {
            failed.values[group] = 1;
            return;
        }
        if (first) {
            firsts.values[group] = id;
        }
    }

    private long count(int group) {
        return integerCounts.values[group] + decimalCounts.values[group] + otherCounts.values[group];
    }

    private static boolean fits(long sum, long more) {
        long result = sum + more;
        return ((sum ^ result) & (more ^ result)) >= 0;
    }

    private boolean addOther(long id, int group) {
        if (group >= others.length) {
            int length = otherCounts.values.length;
            meter.hold(8L * (length - others.length));
            others = Arrays.copyOf(others, length);
        }
        Object before = others[group];
        Object sum = numbers.plus(before, id);
        if (before == null) {
            meter.hold(OTHER_BYTES);
        }
        others[group] = sum == null ? before : sum;
        otherCounts.values[group] += sum == null ? 0 : 1;
        return sum != null;
    }

    @Override
    public long result(int group) {
        if (failed.values[group] != 0) {
            return 0;
        }
        var total = new Numbers.Total(
                count(group),
                firsts.values[group],
                integers.values[group],
                integerCounts.values[group],
                decimals.values[group],
                decimalCounts.values[group],
                group < others.length ? others[group] : null);
        if (total.count() == 0) {
            return numbers.zero();
        }
        return switch (kind) {
            case SUM -> total.count() == 1 ? total.first() : numbers.sum(total);
            case AVERAGE -> numbers.average(total);
        };
    }

    @Override
    public long empty() {
        return numbers.zero();
    }

    @Override
    public void close() {
        otherCounts.close();
        firsts.close();
        integers.close();
        integerCounts.close();
        decimals.close();
        decimalCounts.close();
        failed.close();
        meter.free(8L * others.length);
        others = new Object[0];
    }
}
