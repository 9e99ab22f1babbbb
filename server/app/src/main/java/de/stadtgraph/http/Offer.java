package de.stadtgraph.http;

import java.util.List;
import java.util.Optional;

/// What one address can give.
///
/// @param formats in the order that decides between equal wishes, HTML last
/// @param usual what a caller without a wish gets
public record Offer(List<Format> formats, Format usual) {

    public Offer {
        formats = List.copyOf(formats);
    }

    /// The format of a suffix without its dot.
    public Optional<Format> ofSuffix(String suffix) {
        return formats.stream().filter(format -> format.suffix().equals(suffix)).findFirst();
    }

    /// Takes the suffix from the last segment of a path, if it is one of this offer.
    public Suffixed split(String path) {
        int dot = path.lastIndexOf('.');
        if (dot < 0 || dot < path.lastIndexOf('/')) {
            return new Suffixed(path, Optional.empty());
        }
        return ofSuffix(path.substring(dot + 1))
                .map(format -> new Suffixed(path.substring(0, dot), Optional.of(format)))
                .orElseGet(() -> new Suffixed(path, Optional.empty()));
    }

    /// A path and the format its suffix fixed.
    public record Suffixed(String path, Optional<Format> format) {}
}
