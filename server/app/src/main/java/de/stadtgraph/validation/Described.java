package de.stadtgraph.validation;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.jspecify.annotations.Nullable;

/// Statements of a dataset with the description of the dataset, which may hold what its cubes say of themselves.
///
/// Reads the count tables once, when they are first asked for; the statements must not change afterwards. One thread.
public final class Described {
    private final Graph data;
    private final Graph description;
    private @Nullable List<CountTable> tables;

    public Described(Graph data, Graph description) {
        this.data = data;
        this.description = description;
    }

    public Graph data() {
        return data;
    }

    public Graph description() {
        return description;
    }

    /// The cubes that count cases.
    List<CountTable> tables() {
        List<CountTable> known = tables;
        if (known == null) {
            known = CountTable.in(this);
            tables = known;
        }
        return known;
    }
}
