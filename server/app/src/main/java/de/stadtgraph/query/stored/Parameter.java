package de.stadtgraph.query.stored;

import de.stadtgraph.problem.Text;
import java.util.List;
import java.util.Optional;

/// One parameter of a stored query: a variable of the query that a caller gives a value. Immutable.
///
/// @param name name in addresses
/// @param variable variable of the query: `_genus_iri` for `genus`
/// @param type how a value is read
/// @param label what a form calls it
/// @param optional whether it may be left out
/// @param usual value that counts where none is given
/// @param bounds which values are allowed
public record Parameter(
        String name,
        String variable,
        ParameterType type,
        Text label,
        boolean optional,
        Optional<String> usual,
        Bounds bounds) {

    /// Which values are allowed.
    ///
    /// @param values the allowed ones; empty where every one is
    public record Bounds(Optional<String> min, Optional<String> max, List<String> values) {
        public static final Bounds NONE = new Bounds(Optional.empty(), Optional.empty(), List.of());

        public Bounds {
            values = List.copyOf(values);
        }
    }

    /// Whether a caller has to give a value.
    public boolean required() {
        return !optional && usual.isEmpty();
    }
}
