package de.stadtgraph.chart;

import java.util.ArrayList;
import java.util.List;

/// An axis with round steps. Immutable.
record Scale(double low, double high, double step) {
    private static final int STEPS = 5;

    static Scale of(double low, double high) {
        if (!(low <= high)) {
            return new Scale(0, 1, 1);
        }
        double span = high > low ? high - low : Math.max(1, Math.abs(high));
        double raw = span / STEPS;
        double power = Math.pow(10, Math.floor(Math.log10(raw)));
        double step = power * (raw / power <= 1 ? 1 : raw / power <= 2 ? 2 : raw / power <= 5 ? 5 : 10);
        double bottom = Math.floor(low / step) * step;
        double top = Math.ceil(high / step) * step;
        return new Scale(bottom, top > bottom ? top : bottom + step, step);
    }

    List<Double> ticks() {
        List<Double> ticks = new ArrayList<>();
        int count = (int) Math.round((high - low) / step);
        for (int i = 0; i <= count; i++) {
            ticks.add(low + i * step);
        }
        return ticks;
    }

    /// The share of the axis at which a value lies.
    double share(double value) {
        return (value - low) / (high - low);
    }
}
