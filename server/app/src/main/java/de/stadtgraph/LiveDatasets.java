package de.stadtgraph;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.mapping.MappingModules;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.store.Generation;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.workshop.JudgedDataset;
import java.util.List;
import java.util.TreeSet;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// The datasets of a state with their content, as the workshop judges them. Immutable.
public final class LiveDatasets {
    private final MappingModules modules;
    private final CityIris iris;

    LiveDatasets(MappingModules modules, CityIris iris) {
        this.modules = modules;
        this.iris = iris;
    }

    /// The datasets of mapping modules that are published in this state and name the family.
    public List<JudgedDataset> judgedBy(String family, Generation generation) {
        return modules.names().stream()
                .filter(generation.releases()::containsKey)
                .map(name -> modules.named(name).dataset())
                .filter(dataset -> dataset.shapeFamilies().contains(family))
                .map(dataset -> judged(dataset, generation))
                .toList();
    }

    /// One dataset of this state.
    ///
    /// @throws ServerException [ErrorCode#BAD_ARGUMENT] when it is not published; it names those that are
    public JudgedDataset named(String slug, Generation generation) {
        if (!generation.releases().containsKey(slug)) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT,
                    "The dataset " + slug + " is not published; published are "
                            + String.join(
                                    ", ", new TreeSet<>(generation.releases().keySet())) + ".");
        }
        boolean module = modules.names().contains(slug);
        return judged(module ? modules.named(slug).dataset() : modules.undescribed(slug), generation);
    }

    /// In how many statements of a dataset a term is property or value; what describes the term itself is not
    /// counted.
    ///
    /// @param most the count is not carried further than this
    long uses(Node term, String dataset, Generation generation, long most) {
        Graph data = generation.data().getGraph(iris.graph(dataset));
        var found = data.find(Node.ANY, term, Node.ANY).andThen(data.find(Node.ANY, Node.ANY, term));
        long count = 0;
        while (count < most && found.hasNext()) {
            found.next();
            count++;
        }
        found.close();
        return count;
    }

    private JudgedDataset judged(Dataset dataset, Generation generation) {
        String slug = dataset.slug();
        long release = generation.releases().getOrDefault(slug, 0L);
        return new JudgedDataset(dataset, release, generation.data().getGraph(iris.graph(slug)));
    }
}
