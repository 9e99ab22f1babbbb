package de.stadtgraph.workshop.terms;

import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Register.Release;
import de.stadtgraph.workshop.Register.Status;
import java.util.List;

/// A module of the ontology as everybody reads it. Immutable.
///
/// @param version version of the whole ontology
/// @param terms its classes, then its properties, each by name
/// @param changes adopted changes of this module, newest first
public record Module(
        String name,
        String iri,
        Text title,
        String version,
        Status status,
        List<Described> terms,
        List<Release> changes) {

    public Module {
        terms = List.copyOf(terms);
        changes = List.copyOf(changes);
    }

    /// One term.
    ///
    /// @param above IRIs of the terms that it specialises
    /// @param domains IRIs of the classes whose things have the property
    /// @param ranges IRIs of what its values are
    /// @param data whether its values are texts, numbers, dates: no things
    public record Described(
            String iri,
            boolean isClass,
            Text label,
            Text definition,
            List<String> above,
            List<String> domains,
            List<String> ranges,
            boolean data,
            Status status) {

        public Described {
            above = List.copyOf(above);
            domains = List.copyOf(domains);
            ranges = List.copyOf(ranges);
        }

        /// What stands after the `#`.
        public String local() {
            return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
        }
    }
}
