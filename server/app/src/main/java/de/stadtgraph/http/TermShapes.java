package de.stadtgraph.http;

import de.stadtgraph.problem.Text;
import java.util.List;

/// Which shapes speak of a term; the root fills it from the families of the checkout.
public interface TermShapes {

    /// The shapes that name a term, in the order of their families.
    ///
    /// @param term IRI of a class or property
    List<TermShape> of(String term);

    /// Nobody judges.
    static TermShapes none() {
        return _ -> List.of();
    }

    /// A shape.
    ///
    /// @param id family and name: `trees#Height`
    /// @param message what is wrong where it is broken; may be empty
    record TermShape(String id, Text name, Text message) {}
}
