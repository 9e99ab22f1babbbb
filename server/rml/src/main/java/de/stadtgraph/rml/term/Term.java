package de.stadtgraph.rml.term;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// An RDF term that the engine makes. Immutable.
public sealed interface Term {
    String XSD = "http://www.w3.org/2001/XMLSchema#";

    /// An absolute IRI, already checked.
    record Iri(String value) implements Term {}

    /// A blank node; equal labels are the same node within a run.
    record Blank(String label) implements Term {}

    /// A collection or container (RML-CC): whoever writes it in a statement writes its cells, too.
    ///
    /// @param head what stands in the statement: an IRI or a blank node
    /// @param container the IRI of its class; empty for a list
    /// @param isNamed whether members of other records with the same head belong to it as well
    /// @param isLocal whether a blank node of that label is another one in each graph
    /// @param nodes makes its cells
    record Collection(
            Term head, String container, boolean isNamed, boolean isLocal, List<Term> members, BlankNodes nodes)
            implements Term {
        public Collection {
            members = List.copyOf(members);
        }
    }

    /// The term as it stands in a statement of that graph.
    default Term in(@Nullable Term graph) {
        if (graph != null && this instanceof Collection collection && collection.isLocal()) {
            return collection.nodes().term("in " + graph + " " + collection.head());
        }
        return bare();
    }

    /// The term as it stands in a statement.
    default Term bare() {
        return this instanceof Collection collection ? collection.head() : this;
    }

    /// A literal. A language excludes any datatype but `rdf:langString`, which is then left empty.
    ///
    /// @param datatype an IRI; for plain text `xsd:string`
    /// @param language a tag, or empty
    record Literal(String text, String datatype, String language) implements Term {
        /// A literal of text.
        public static Literal string(String text) {
            return new Literal(text, XSD + "string", "");
        }
    }
}
