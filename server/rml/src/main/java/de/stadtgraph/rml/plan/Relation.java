package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.source.SourceRecord;
import java.util.List;
import java.util.SortedSet;

/// Rows made from records: of a logical source, or of a view over one. Only what is asked for is evaluated.
sealed interface Relation permits RecordRelation, InnerRelation, ViewRelation {
    /// The slot of a reference; an unknown one is a `RuleException` with that line.
    int slot(String reference, long line);

    /// The fields of the source that a slot is made of.
    SortedSet<String> fields(int slot);

    /// How many slots there are now.
    int slots();

    /// The rows of a record.
    ///
    /// @param number of the record, from 1
    List<Row> rows(SourceRecord record, long number, Findings findings);

    /// The source below.
    RecordRelation root();
}
