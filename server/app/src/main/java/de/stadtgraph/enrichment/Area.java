package de.stadtgraph.enrichment;

import org.apache.jena.graph.Node;
import org.locationtech.jts.geom.Geometry;

/// One area with its outline.
///
/// @param node the IRI
/// @param order place among areas that share a border: a point on the border goes to the smaller one
/// @param outline polygon in CRS84, longitude first
record Area(Node node, Key order, Geometry outline) {

    /// A key that sorts by number where it has one, else by text.
    record Key(long number, String text) implements Comparable<Key> {
        static Key of(String text) {
            return new Key(text.matches("[0-9]{1,18}") ? Long.parseLong(text) : Long.MAX_VALUE, text);
        }

        @Override
        public int compareTo(Key other) {
            int byNumber = Long.compare(number, other.number);
            return byNumber != 0 ? byNumber : text.compareTo(other.text);
        }
    }
}
