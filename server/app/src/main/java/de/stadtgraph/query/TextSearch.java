package de.stadtgraph.query;

import de.stadtgraph.store.Generation;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;

/// The full text of a state as queries see it, by `text:query`; the root fills it. Safe for many threads.
public interface TextSearch {

    /// No text: nothing is ever found.
    TextSearch NONE = new TextSearch() {
        @Override
        public List<Match> things(Generation generation, String words, int limit) {
            return List.of();
        }

        @Override
        public List<Match> literals(Generation generation, LiteralRequest request) {
            return List.of();
        }
    };

    /// A thing or a literal, and how well it fits.
    record Match(Node node, double score) {}

    /// Which literals are looked for.
    ///
    /// @param words all of which stand in the literal
    /// @param properties IRIs of the properties whose values are looked through; none: of all
    /// @param language the tag of its language, if it is asked for
    /// @param limit the best ones at the most
    record LiteralRequest(String words, List<Node> properties, Optional<String> language, int limit) {
        public LiteralRequest {
            properties = List.copyOf(properties);
        }
    }

    /// The things that fit some words best, at most so many.
    List<Match> things(Generation generation, String words, int limit);

    /// The literals that fit best.
    List<Match> literals(Generation generation, LiteralRequest request);
}
