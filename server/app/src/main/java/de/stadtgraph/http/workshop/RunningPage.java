package de.stadtgraph.http.workshop;

import de.stadtgraph.http.Frame;
import de.stadtgraph.query.RunningQueries;
import java.util.List;

/// The queries that run or wait. Immutable.
public record RunningPage(Frame frame, List<RunningQueries.Shown> queries) {
    public RunningPage {
        queries = List.copyOf(queries);
    }

    /// The status of a query in words.
    public String status(RunningQueries.Shown query) {
        boolean queued = query.status() == RunningQueries.Status.QUEUED;
        return frame.word(queued ? "workshop.status.queued" : "workshop.status.running");
    }
}
