package de.stadtgraph.snapshot.exec;

import de.stadtgraph.snapshot.Meter;
import java.util.Arrays;

/// One `long` a group, growing.
final class GroupArray implements AutoCloseable {
    private final Meter meter;
    long[] values = new long[0];

    GroupArray(Meter meter) {
        this.meter = meter;
    }

    long[] reserve(int groups) {
        if (groups > values.length) {
            int length = Math.max(groups, Math.max(64, values.length * 2));
            meter.hold(8L * (length - values.length));
            values = Arrays.copyOf(values, length);
        }
        return values;
    }

    @Override
    public void close() {
        meter.free(8L * values.length);
        values = new long[0];
    }
}
