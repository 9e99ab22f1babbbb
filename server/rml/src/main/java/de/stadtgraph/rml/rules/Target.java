package de.stadtgraph.rml.rules;

/// `rml:LogicalTarget` (RML-IO): a file of its own for those quads that a term of its maps stands in.
///
/// @param name the last segment of its IRI, or the file's name
/// @param path of the file, below the folder that the caller gives
/// @param encoding `UTF-8` or `UTF-16`
public record Target(
        String name,
        String path,
        Serialization serialization,
        Container.Compression compression,
        String encoding,
        long line) {
    /// `rml:serialization`.
    public enum Serialization {
        NQUADS,
        NTRIPLES,
        TURTLE;

        /// Whether it can say in which graph a triple is.
        public boolean hasGraphs() {
            return this == NQUADS;
        }
    }
}
