package de.stadtgraph.rml.run;

/// Who wants to know while a run goes on. Called from one thread, in order.
public interface RunObserver {
    /// A record made a subject. Sources and triples maps count from 0, records from 1.
    void lineage(String subject, int source, long record, int triplesMap);

    /// Whether anybody wants to know the lineage.
    boolean wantsLineage();

    /// So much of a source is read.
    void progress(int source, long records, long bytes, long total);
}
