package de.stadtgraph.search;

import de.stadtgraph.snapshot.term.Dictionary;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// The words that count as parts of compound words, so that `Platz` finds `Spielplatz`: those of the labels of concepts
/// and terms of a state, and a short list. Immutable.
final class Compounds {
    private static final int SHORTEST_PART = 4;
    private static final int LONGEST_PART = 20;
    private static final int MOST_PARTS = 20_000;

    private final Map<String, Set<String>> partsByStem;

    private Compounds(Map<String, Set<String>> partsByStem) {
        this.partsByStem = partsByStem;
    }

    /// Reads the words of the labels of some things.
    static Compounds of(Things things, Dictionary dictionary, DatasetGraph data) {
        Set<String> parts = new HashSet<>(Words.GERMAN);
        for (int term : things.terms()) {
            if (parts.size() >= MOST_PARTS) {
                break;
            }
            Iterator<Quad> quads = data.findNG(Node.ANY, dictionary.node(things.id(term)), Node.ANY, Node.ANY);
            while (quads.hasNext() && parts.size() < MOST_PARTS) {
                Quad quad = quads.next();
                if (quad.getObject().isLiteral() && isShownLabel(quad.getPredicate())) {
                    addWords(parts, quad.getObject().getLiteralLexicalForm());
                }
            }
        }
        Map<String, Set<String>> byStem = new HashMap<>();
        var tokens = new Tokens();
        for (String part : parts) {
            String spelled = tokens.spelled(part);
            tokens.of(Fields.GERMAN, part)
                    .forEach(stem ->
                            byStem.computeIfAbsent(stem, _ -> new HashSet<>()).add(spelled));
        }
        return new Compounds(byStem);
    }

    private static boolean isShownLabel(Node property) {
        return Properties.LABELS.contains(property.getURI()) && !Properties.HIDDEN_LABELS.contains(property.getURI());
    }

    private static void addWords(Set<String> parts, String label) {
        for (String word : label.split("[^\\p{L}]+", -1)) {
            if (word.length() >= SHORTEST_PART && word.length() <= LONGEST_PART) {
                parts.add(word.toLowerCase(Locale.GERMAN));
            }
        }
    }

    /// The parts that are forms of a word, as long words are spelled.
    Set<String> parts(String stem) {
        return partsByStem.getOrDefault(stem, Set.of());
    }
}
