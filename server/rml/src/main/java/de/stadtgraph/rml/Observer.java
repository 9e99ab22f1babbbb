package de.stadtgraph.rml;

/// Told of lineage and progress while a run goes on; called from one thread.
public interface Observer {
    /// A record made a subject; told once a record, triples map and subject.
    ///
    /// @param sourceNumber index into [MappingReport#sources()]
    /// @param recordNumber from 1, the header not counted
    /// @param triplesMapNumber index into [MappingReport#rules()]
    void lineage(String subjectIri, int sourceNumber, long recordNumber, int triplesMapNumber);

    /// Whether lineage is told at all: to know every subject takes time.
    default boolean wantsLineage() {
        return true;
    }

    /// So much of a source is read; told from time to time and at its end.
    void progress(int sourceNumber, long recordsRead, long bytesRead, long bytesTotal);

    /// Looks away.
    static Observer none() {
        return new Observer() {
            @Override
            public boolean wantsLineage() {
                return false;
            }

            @Override
            public void lineage(String subjectIri, int sourceNumber, long recordNumber, int triplesMapNumber) {}

            @Override
            public void progress(int sourceNumber, long recordsRead, long bytesRead, long bytesTotal) {}
        };
    }
}
