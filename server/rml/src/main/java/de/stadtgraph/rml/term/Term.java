package de.stadtgraph.rml.term;

/// An RDF term that the engine makes. Immutable.
public sealed interface Term {
    String XSD = "http://www.w3.org/2001/XMLSchema#";

    /// An absolute IRI, already checked.
    record Iri(String value) implements Term {}

    /// A blank node; equal labels are the same node within a run.
    record Blank(String label) implements Term {}

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
