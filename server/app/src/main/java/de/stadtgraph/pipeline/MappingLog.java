package de.stadtgraph.pipeline;

import de.stadtgraph.mapping.MappingWatch;
import de.stadtgraph.publication.LineageEntry;
import de.stadtgraph.publication.LineageRecorder;

/// Writes which record made which subject, and shows how far the mapping is. One thread at a time.
///
/// @param lineage where the lineage goes
/// @param step where the progress goes
record MappingLog(LineageRecorder lineage, Progress.Step step) implements MappingWatch {
    private static final int UNKNOWN_OFFSET = -1;

    @Override
    public void subject(String iri, int source, long record, int rule) {
        lineage.add(new LineageEntry(iri, source, record, UNKNOWN_OFFSET, rule));
    }

    @Override
    public boolean wantsSubjects() {
        return true;
    }

    @Override
    public void progress(long records, long bytes, long totalBytes) {
        step.reach(totalBytes == 0 ? 0 : Math.min(100, bytes * 100 / totalBytes));
    }
}
