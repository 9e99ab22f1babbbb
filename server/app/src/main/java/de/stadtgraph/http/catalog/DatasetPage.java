package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.PublishedState;
import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page of a dataset. Immutable.
///
/// @param current release that is served; absent before the first
/// @param history releases, newest first
/// @param examples things that it describes
/// @param suppressed fields left out on purpose, with the reason
public record DatasetPage(
        Frame frame,
        Dataset dataset,
        DatasetFacts facts,
        Optional<PublishedRelease> current,
        List<PublishedRelease> history,
        List<Use> classes,
        List<Use> properties,
        List<Thing> examples,
        Map<String, Text> suppressed,
        long quads,
        List<Format> formats) {

    /// A term with the number of its uses.
    public record Use(String label, String href, String term, long count) {}

    /// A thing.
    public record Thing(String label, String href) {}

    /// The list of datasets.
    public record Listing(Frame frame, List<Entry> entries, List<Format> formats) {}

    /// A dataset of the list.
    public record Entry(Dataset dataset, DatasetFacts facts, Optional<PublishedRelease> release) {}

    /// One release.
    public record ReleasePage(Frame frame, Dataset dataset, PublishedRelease release, boolean isCurrent) {}

    /// States.
    public record States(Frame frame, List<PublishedState> states, boolean isList) {}
}
