package de.stadtgraph.rml.geo;

/// A text or node that is no geometry, or one that no coordinate system here can place.
public final class GeometryException extends Exception {
    public GeometryException(String message) {
        super(message);
    }
}
