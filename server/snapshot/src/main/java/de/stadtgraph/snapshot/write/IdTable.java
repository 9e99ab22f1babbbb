package de.stadtgraph.snapshot.write;

import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.term.Dictionary;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.jena.graph.Node;

/// The rows of an answer as ids, with what is needed to write their terms. Read once, closed by its reader.
///
/// @param names of the columns, in order
/// @param rows a column each
/// @param dictionary of the stored ids
/// @param terms the term of any id but 0, also of those that the query made
public record IdTable(List<String> names, Rows rows, Dictionary dictionary, LongFunction<Node> terms)
        implements AutoCloseable {

    /// The same table with other rows.
    public IdTable with(Rows others) {
        return new IdTable(names, others, dictionary, terms);
    }

    @Override
    public void close() {
        rows.close();
    }
}
