package de.stadtgraph.query;

import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.PrefixMap;
import org.apache.jena.sparql.exec.RowSet;
import org.jspecify.annotations.Nullable;

/// What a query gives, while it runs. Read once, on the thread that hands it over, and not after.
public sealed interface QueryResult {

    /// Rows of a SELECT.
    ///
    /// @param rows each row is charged when it is taken
    record Rows(RowSet rows) implements QueryResult {
        public List<String> variables() {
            return rows.getResultVars().stream()
                    .map(variable -> variable.getVarName())
                    .toList();
        }

        public boolean hasNext() {
            return rows.hasNext();
        }

        /// The next row in the order of the variables; unbound ones are null.
        public @Nullable Node[] next() {
            var row = rows.next();
            return rows.getResultVars().stream().map(row::get).toArray(Node[]::new);
        }
    }

    /// Answer of an ASK.
    record Truth(boolean value) implements QueryResult {}

    /// Triples of a CONSTRUCT or DESCRIBE, each once.
    record Triples(Iterator<Triple> triples, PrefixMap prefixes) implements QueryResult {}
}
