package de.stadtgraph.query;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Supplier;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.op.OpSlice;

/// A text that was parsed and inspected, with the values of its parameters put in. Immutable by contract: nobody
/// changes the parts.
///
/// @param traits what its inspection found
/// @param algebra the same text for queries that differ in layout only
record ParsedQuery(Query query, Op op, QueryInspection.Traits traits, String algebra) {
    static ParsedQuery of(Query query, Op op, QueryInspection.Traits traits) {
        String algebra = op + " " + query.getProjectVars() + " " + query.getConstructTemplate() + " "
                + query.getGraphURIs() + query.getNamedGraphURIs();
        return new ParsedQuery(query, op, traits, algebra);
    }

    /// One row more than the limit shows whether rows are left over.
    Op sliced(QueryRequest request) {
        if (request.offset().isEmpty() && request.limit().isEmpty()) {
            return op;
        }
        long limit = request.limit().isEmpty() ? Query.NOLIMIT : request.limit().getAsLong() + 1;
        return new OpSlice(op, request.offset().orElse(Query.NOLIMIT), limit);
    }

    /// Those that were asked lately; long texts are not kept. Thread-safe.
    static final class Lately {
        private static final int MOST = 500;
        private static final int MOST_CHARS = 8_000;

        private final SequencedMap<Key, ParsedQuery> parsed = new LinkedHashMap<>(16, 0.75f, true);

        private record Key(String text, Map<String, Node> values) {}

        /// The parsed query of a text, parsed now if it is not known.
        ParsedQuery of(String text, Map<String, Node> values, Supplier<ParsedQuery> parser) {
            var key = new Key(text, values);
            synchronized (this) {
                ParsedQuery known = parsed.get(key);
                if (known != null) {
                    return known;
                }
            }
            ParsedQuery made = parser.get();
            if (text.length() <= MOST_CHARS) {
                keep(key, made);
            }
            return made;
        }

        private synchronized void keep(Key key, ParsedQuery made) {
            parsed.put(key, made);
            if (parsed.size() > MOST) {
                parsed.pollFirstEntry();
            }
        }
    }
}
