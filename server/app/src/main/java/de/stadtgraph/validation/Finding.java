package de.stadtgraph.validation;

/// Something that is wrong with the content of the checkout. Immutable.
///
/// @param place file, and line where it is known
/// @param message what is wrong, one sentence
public record Finding(String place, String message) {
    @Override
    public String toString() {
        return place + ": " + message;
    }
}
