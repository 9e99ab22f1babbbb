package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.DatasetFacts;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.PublishedState;
import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The page of a dataset. Immutable.
///
/// @param current release that is served; absent before the first
/// @param history releases, newest first
/// @param examples things that it describes
/// @param findings what is wrong, heaviest first
/// @param tables class tables
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
        List<Format> formats,
        List<Findings.Shown> findings,
        List<Table> tables) {

    /// The dataset for search engines (schema.org), as JSON-LD that can stand in a script element.
    public String structured() {
        return StructuredDataset.json(dataset, frame.phrases().language());
    }

    /// A term with the number of its uses.
    public record Use(String label, String href, String term, long count) {}

    /// A table of all things of a class.
    ///
    /// @param name local name of the class
    public record Table(String name, String label) {}

    /// A thing.
    public record Thing(String label, String href) {}

    /// The list of datasets.
    public record Listing(Frame frame, List<Entry> entries, List<Format> formats) {}

    /// A dataset of the list.
    public record Entry(Dataset dataset, DatasetFacts facts, Optional<PublishedRelease> release) {}

    /// One release.
    ///
    /// @param details what is read from its folder
    /// @param changes things that it changed, of each kind some
    public record ReleasePage(
            Frame frame,
            Dataset dataset,
            PublishedRelease release,
            boolean isCurrent,
            Optional<ReleaseDetails> details,
            List<Change> changes,
            List<Findings.Shown> findings) {}

    /// Things of one kind of change.
    ///
    /// @param key of the message that names the kind
    public record Change(String key, long count, List<Thing> things) {}

    /// States.
    ///
    /// @param changed datasets whose release differs from the state before, by state
    public record States(Frame frame, List<PublishedState> states, boolean isList, Map<Long, List<String>> changed) {}
}
