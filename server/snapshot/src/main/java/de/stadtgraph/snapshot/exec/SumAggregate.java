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

    private final int column;
    private final Result kind;
    private final Numbers numbers;
    private final Meter meter;
    private final GroupArray counts;
    private final GroupArray firsts;
    private final GroupArray integers;
    private final GroupArray integerCounts;
    private final GroupArray decimals;
    private final GroupArray decimalCounts;
    private final GroupArray failed;
    private @Nullable Object[] others = new Object[0];

    public SumAggregate(int column, Result kind, Numbers numbers, Meter meter) {
        this.column = column;
        this.kind = kind;
        this.numbers = numbers;
        this.meter = meter;
        this.counts = new GroupArray(meter);
        this.firsts = new GroupArray(meter);
        this.integers = new GroupArray(meter);
        this.integerCounts = new GroupArray(meter);
        this.decimals = new GroupArray(meter);
        this.decimalCounts = new GroupArray(meter);
        this.failed = new GroupArray(meter);
    }

    @Override
    public void add(long[][] columns, int rows, int[] groups, int groupCount) {
        long[] values = columns[column];
        counts.reserve(groupCount);
        firsts.reserve(groupCount);
        integers.reserve(groupCount);
        integerCounts.reserve(groupCount);
        decimals.reserve(groupCount);
        decimalCounts.reserve(groupCount);
        failed.reserve(groupCount);
        if (!allDecimal(values, rows) || !addDecimals(values, groups, rows)) {
            for (int row = 0; row < rows; row++) {
                addOne(values[row], groups[row]);
            }
        }
    }

    private static boolean allDecimal(long[] values, int rows) {
        int odd = 0;
        for (int row = 0; row < rows; row++) {
            odd |= TermId.tag(values[row]) ^ TermId.DECIMAL;
            odd |= (int) (values[row] >>> 63);
        }
        return odd == 0;
    }

    /// The common case in one loop; a batch of decimals below 2^55 cannot overflow a sum that is below 2^61.
    private boolean addDecimals(long[] values, int[] groups, int rows) {
        long[] sums = decimals.values;
        long[] count = counts.values;
        long[] decimalCount = decimalCounts.values;
        long[] first = firsts.values;
        for (int row = 0; row < rows; row++) {
            if (Math.abs(sums[groups[row]]) >= 1L << 60) {
                return false;
            }
        }
        for (int row = 0; row < rows; row++) {
            int group = groups[row];
            sums[group] += TermId.decimalScaled(values[row]);
            decimalCount[group]++;
            first[group] = count[group]++ == 0 ? values[row] : first[group];
        }
        return true;
    }

    private void addOne(long id, int group) {
        int tag = id > 0 ? TermId.tag(id) : 0;
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
        if (counts.values[group]++ == 0) {
            firsts.values[group] = id;
        }
    }

    private static boolean fits(long sum, long more) {
        long result = sum + more;
        return ((sum ^ result) & (more ^ result)) >= 0;
    }

    private boolean addOther(long id, int group) {
        if (group >= others.length) {
            int length = counts.values.length;
            meter.hold(8L * (length - others.length));
            others = Arrays.copyOf(others, length);
        }
        Object before = others[group];
        Object sum = numbers.plus(before, id);
        if (before == null) {
            meter.hold(OTHER_BYTES);
        }
        others[group] = sum == null ? before : sum;
        return sum != null;
    }

    @Override
    public long result(int group) {
        if (failed.values[group] != 0) {
            return 0;
        }
        var total = new Numbers.Total(
                counts.values[group],
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
        counts.close();
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
