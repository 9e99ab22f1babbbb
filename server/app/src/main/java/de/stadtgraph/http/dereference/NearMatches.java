package de.stadtgraph.http.dereference;

import de.stadtgraph.vocabulary.Rdf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// Things of the same type with a key that is nearly the one asked for. Looks at no more than 50,000 things.
final class NearMatches {
    private static final int LOOKED_AT = 50_000;
    private static final int SHOWN = 5;
    private static final int DISTANCE = 3;

    private NearMatches() {}

    private record Near(String iri, int distance) {}

    /// Up to five IRIs, nearest first.
    static List<String> of(DatasetGraph data, String iri) {
        String prefix = iri.substring(0, iri.lastIndexOf('/') + 1);
        String key = iri.substring(prefix.length());
        List<Near> near = new ArrayList<>();
        Iterator<Quad> things = data.findNG(Node.ANY, Node.ANY, Rdf.TYPE, Node.ANY);
        for (int i = 0; i < LOOKED_AT && things.hasNext(); i++) {
            Node thing = things.next().getSubject();
            if (thing.isURI() && thing.getURI().startsWith(prefix)) {
                String other = thing.getURI().substring(prefix.length());
                int distance = distance(key, other);
                if (distance <= DISTANCE && other.indexOf('#') < 0) {
                    near.add(new Near(thing.getURI(), distance));
                }
            }
        }
        return near.stream()
                .sorted(Comparator.comparingInt(Near::distance).thenComparing(Near::iri))
                .map(Near::iri)
                .distinct()
                .limit(SHOWN)
                .toList();
    }

    /// Levenshtein's distance, or more than the limit when the lengths differ too much.
    static int distance(String one, String other) {
        if (Math.abs(one.length() - other.length()) > DISTANCE || one.length() > 64) {
            return DISTANCE + 1;
        }
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int above = row[j];
                int change = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[other.length()];
    }
}
