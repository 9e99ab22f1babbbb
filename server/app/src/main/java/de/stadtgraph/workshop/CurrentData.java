package de.stadtgraph.workshop;

import java.util.List;
import java.util.SortedMap;
import org.apache.jena.graph.Node;

/// Where the workshop's data come from: the datasets of the current state, held until they are given back.
public interface CurrentData {
    /// The datasets that name the family in their description.
    Held judgedBy(String family);

    /// One published dataset.
    Held named(String dataset);

    /// Slugs of the datasets of the current state, in alphabetical order.
    List<String> published();

    /// In how many statements of each dataset of the current state a term stands, as property, class or value.
    ///
    /// @param most counts are not carried further than this
    SortedMap<String, Long> uses(Node term, long most);

    /// How the shapes did in the last releases of a dataset, newest first.
    List<ReleaseOutcome> history(String dataset);

    /// The rules of the mapping that made the current release of a dataset; none where it was loaded.
    List<MappingRule> rules(String dataset);

    /// Datasets of one state. Closing it gives the state back.
    interface Held extends AutoCloseable {
        List<JudgedDataset> datasets();

        /// Number of the state.
        long state();

        @Override
        void close();
    }
}
