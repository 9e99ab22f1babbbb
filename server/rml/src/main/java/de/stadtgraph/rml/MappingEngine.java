package de.stadtgraph.rml;

import de.stadtgraph.rml.function.CodeTables;
import de.stadtgraph.rml.plan.Plan;
import de.stadtgraph.rml.run.QuadOutput;
import de.stadtgraph.rml.run.Run;
import de.stadtgraph.rml.run.RunObserver;
import de.stadtgraph.rml.run.RunReport;
import de.stadtgraph.rml.source.BrokenSourceException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;

/// Runs mappings. Stateless and thread-safe; each run works on the caller's thread and on as many more as its options
/// say.
///
/// The same mapping on the same bytes gives the same output bytes. No quad is written twice.
public final class MappingEngine {
    private MappingEngine() {}

    /// Maps every record of every source.
    ///
    /// @throws MappingException if the options lack a code list, or a source has changed its columns
    /// @throws SourceException if a source cannot be read to its end; what is written by then is no result
    /// @throws IOException if a file or the sink fails
    public static MappingReport run(Mapping mapping, MappingOptions options, QuadSink sink, Observer observer)
            throws IOException, MappingException, SourceException {
        Instant start = Instant.now();
        Plan plan = mapping.compile(tables(options), options);
        QuadOutput output = switch (sink) {
            case NquadsSink nquads -> nquads;
            case StreamSink stream -> stream;
        };
        var limits = new Run.Limits(
                options.threads(),
                options.memoryBytes(),
                options.temporary(),
                options.failFast(),
                options.mostRejected(),
                options.digests());
        var run = new Run(plan, limits, output, watching(observer));
        try {
            RunReport report = run.run();
            return Reports.of(report, plan.triplesMaps(), Duration.between(start, Instant.now()));
        } catch (BrokenSourceException broken) {
            throw new SourceException(
                    broken.code(), run.file().orElse(mapping.file()), broken.line(), broken.sentence());
        }
    }

    static CodeTables tables(MappingOptions options) {
        Map<String, Map<String, String>> lists = options.codeLists().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, list -> list.getValue().iris()));
        return CodeTables.of(lists);
    }

    private static RunObserver watching(Observer observer) {
        return new RunObserver() {
            @Override
            public boolean wantsLineage() {
                return observer.wantsLineage();
            }

            @Override
            public void lineage(String subject, int source, long record, int triplesMap) {
                observer.lineage(subject, source, record, triplesMap);
            }

            @Override
            public void progress(int source, long records, long bytes, long total) {
                observer.progress(source, records, bytes, total);
            }
        };
    }
}
