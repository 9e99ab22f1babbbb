package de.stadtgraph.query;

import de.stadtgraph.snapshot.Meter;

/// The account that a plan charges: that of the query which runs it now. One query at a time.
final class PlanMeter implements Meter {
    private QueryMeter query;

    PlanMeter(QueryMeter first) {
        this.query = first;
    }

    /// From now on another query runs the plan.
    void follow(QueryMeter next) {
        query = next;
    }

    @Override
    public void step(long count) {
        query.step(count);
    }

    @Override
    public void hold(long bytes) {
        query.hold(bytes);
    }

    @Override
    public void free(long bytes) {
        query.free(bytes);
    }

    QueryLimits.ValueLimits values() {
        return query.values();
    }

    QueryStopped stop(QueryStopped.Which which, long limit) {
        return query.stop(which, limit);
    }
}
