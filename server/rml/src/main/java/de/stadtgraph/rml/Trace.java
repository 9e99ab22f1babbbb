package de.stadtgraph.rml;

import de.stadtgraph.rml.plan.Plan;
import de.stadtgraph.rml.run.Memory;
import de.stadtgraph.rml.run.Replay;
import de.stadtgraph.rml.source.BrokenSourceException;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/// What a mapping makes of one record: the receipt for its statements. Immutable.
///
/// A list that grows from record to record is shown with this record's members alone, as if it began here.
///
/// @param line of the source where the record begins, from 1
/// @param values the raw values of the fields that rules use, by field
/// @param statements none if the record is rejected
/// @param rejections what of it gave no statement, and why
public record Trace(
        String source,
        long record,
        long line,
        Map<String, List<String>> values,
        List<TracedQuad> statements,
        List<Rejection> rejections) {
    /// A statement and the triples map that made it.
    ///
    /// @param quad in N-Quads, without its line end
    /// @param mappingLine the line of the triples map in the mapping, from 1
    public record TracedQuad(String quad, String triplesMap, long mappingLine) {}

    public Trace {
        values = Map.copyOf(values);
        statements = List.copyOf(statements);
        rejections = List.copyOf(rejections);
    }

    /// Maps one record of a source again; the source is read up to it, the parents of joins are read whole.
    ///
    /// @param source its name, as in [SourceReport#name()]
    /// @param record from 1, the header not counted
    /// @throws SourceException if there is no such source or record, or it cannot be read
    public static Trace replay(Mapping mapping, MappingOptions options, String source, long record)
            throws IOException, MappingException, SourceException {
        Plan plan = mapping.compile(MappingEngine.tables(options), options);
        try (Memory memory = new Memory(options.memoryBytes(), options.temporary())) {
            Replay.Replayed replayed = Replay.of(plan, memory, source, record)
                    .orElseThrow(() -> new SourceException(
                            "no-record",
                            mapping.file(),
                            0,
                            "the source " + source + " has no record " + record + " that can be read"));
            return new Trace(
                    source,
                    record,
                    replayed.line(),
                    replayed.values(),
                    replayed.statements().stream()
                            .map(made -> new TracedQuad(
                                    made.quad(),
                                    plan.triplesMaps().get(made.triplesMap()),
                                    mapping.line(made.triplesMap())))
                            .toList(),
                    replayed.findings().stream().map(Reports::rejection).toList());
        } catch (BrokenSourceException broken) {
            throw new SourceException(broken.code(), mapping.file(), broken.line(), broken.sentence());
        }
    }
}
