package de.stadtgraph.rml.run;

import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.term.CollectionQuads;
import de.stadtgraph.rml.term.NquadsFormat;
import de.stadtgraph.rml.term.Quad;
import de.stadtgraph.rml.term.Term;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Collections that grow from record to record: their cells are written as they come, only their number is kept.
///
/// At most five million collections. Not thread-safe.
final class Gathering {
    private static final int MOST = 5_000_000;

    private final Map<String, Grown> collections = new LinkedHashMap<>();
    private final Output output;

    /// Takes the quads.
    @FunctionalInterface
    interface Output {
        void write(int triplesMap, Quad quad) throws IOException;
    }

    /// What one record adds to a collection.
    record Part(
            int triplesMap,
            Term.Collection collection,
            @Nullable Term graph) {}

    /// A collection without its members, and how many it has.
    private static final class Grown {
        private final Part start;
        private long members;

        Grown(Part start) {
            Term.Collection collection = start.collection();
            var empty = new Term.Collection(
                    collection.head(),
                    collection.container(),
                    true,
                    collection.isLocal(),
                    List.of(),
                    collection.nodes());
            this.start = new Part(start.triplesMap(), empty, start.graph());
        }
    }

    Gathering(Output output) {
        this.output = output;
    }

    /// Takes one part; to be called in the order of the records.
    void take(Part part) throws IOException {
        Grown grown = collections.get(key(part));
        if (grown == null) {
            if (collections.size() == MOST) {
                throw new BrokenSourceException(
                        "gather-too-large", -1, "more than 5 million lists or containers are gathered across records");
            }
            grown = new Grown(part);
            collections.put(key(part), grown);
        }
        for (Quad quad : CollectionQuads.members(part.collection(), part.graph(), grown.members)) {
            output.write(part.triplesMap(), quad);
        }
        grown.members += part.collection().members().size();
    }

    private static String key(Part part) {
        var key = new StringBuilder(part.collection().container()).append(' ');
        NquadsFormat.appendTerm(key, part.collection().head());
        if (part.graph() != null) {
            NquadsFormat.appendTerm(key.append(' '), part.graph());
        }
        return key.toString();
    }

    /// Ends the lists.
    void finish() throws IOException {
        for (Grown grown : collections.values()) {
            Part start = grown.start;
            if (start.collection().container().isEmpty() && grown.members > 0) {
                output.write(start.triplesMap(), CollectionQuads.end(start.collection(), start.graph(), grown.members));
            }
        }
        collections.clear();
    }
}
