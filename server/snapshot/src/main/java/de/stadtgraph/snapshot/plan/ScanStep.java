package de.stadtgraph.snapshot.plan;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.exec.Rows;
import java.util.List;
import java.util.Locale;

/// One range of the index.
final class ScanStep extends Step {
    private final Pattern pattern;
    private final Scan scan;

    ScanStep(Pattern pattern, Scan scan) {
        super(pattern.shape(scan));
        this.pattern = pattern;
        this.scan = scan;
    }

    Pattern pattern() {
        return pattern;
    }

    Scan scan() {
        return scan;
    }

    @Override
    protected Rows rows(int[] wanted, Meter meter) {
        return pattern.open(scan, wanted, meter);
    }

    @Override
    public List<Step> inputs() {
        return List.of();
    }

    @Override
    public String label() {
        String range = scan.low() > 0 || scan.high() < Long.MAX_VALUE ? " within a range" : "";
        return "scan " + scan.order().name().toLowerCase(Locale.ROOT) + " " + pattern + range;
    }
}
