package de.stadtgraph.http.queries;

import de.stadtgraph.http.Frame;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.List;

/// All questions, by topic. Immutable.
public record QueriesPage(Frame frame, List<Topic> topics) {

    /// A topic with its questions.
    public record Topic(String title, List<StoredQuery> queries) {}
}
