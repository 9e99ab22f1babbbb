package de.stadtgraph.mapping;

/// Is told what the engine does while it does it. Called from one thread at a time.
public interface MappingWatch {

    /// A record made a subject.
    ///
    /// @param iri the subject
    /// @param source number of the source, from 0, as in [Mapped#sources]
    /// @param record number of the record in it, from 1
    /// @param rule number of the triples map, from 0, as in [Mapped#rules]
    void subject(String iri, int source, long record, int rule);

    /// Whether subjects are told at all: to know every one takes time.
    boolean wantsSubjects();

    /// How far it is.
    ///
    /// @param records records read of all sources so far
    /// @param bytes bytes read so far
    /// @param totalBytes bytes of all sources
    void progress(long records, long bytes, long totalBytes);

    /// A watch that looks away.
    static MappingWatch none() {
        return new MappingWatch() {
            @Override
            public void subject(String iri, int source, long record, int rule) {
                // nobody asked
            }

            @Override
            public boolean wantsSubjects() {
                return false;
            }

            @Override
            public void progress(long records, long bytes, long totalBytes) {
                // nobody asked
            }
        };
    }
}
