package de.stadtgraph.mapping;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rml.CodeList;
import de.stadtgraph.rml.FieldUse;
import de.stadtgraph.rml.Mapping;
import de.stadtgraph.rml.MappingEngine;
import de.stadtgraph.rml.MappingException;
import de.stadtgraph.rml.MappingOptions;
import de.stadtgraph.rml.MappingReport;
import de.stadtgraph.rml.Observer;
import de.stadtgraph.rml.QuadSink;
import de.stadtgraph.rml.Rejection;
import de.stadtgraph.rml.RejectionReason;
import de.stadtgraph.rml.RuleReport;
import de.stadtgraph.rml.SourceException;
import de.stadtgraph.rml.SourceFile;
import de.stadtgraph.rml.SourceReport;
import de.stadtgraph.rml.Sources;
import de.stadtgraph.rml.TargetFiles;
import de.stadtgraph.vocabulary.CityIris;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Maps raw files to a file of N-Quads through the RML engine, with the city's code lists. Thread-safe.
public final class Mapper {
    private final CityIris iris;
    private final Path kos;
    private @Nullable Map<String, CodeList> codeLists;

    /// @param kos folder of the concept schemes, one file a scheme
    public Mapper(CityIris iris, Path kos) {
        this.iris = iris;
        this.kos = kos;
    }

    /// The sources that a mapping names, in its order, with the files that would be read.
    ///
    /// @throws ServerException [ErrorCode#MAPPING_INVALID] with file and line of the mapping
    public Map<String, Path> sources(MappingTask task) {
        Map<String, Path> files = new LinkedHashMap<>();
        for (SourceFile source : compile(task).sources()) {
            files.put(source.name(), source.file());
        }
        return files;
    }

    /// A digest of each code list: a list that changes makes other statements.
    public Map<String, String> codeListDigests() {
        Map<String, String> digests = new TreeMap<>();
        codeLists()
                .forEach((name, list) -> digests.put(
                        "list " + name,
                        Integer.toHexString(
                                new TreeMap<>(list.iris()).toString().hashCode())));
        return digests;
    }

    /// Maps; the target is replaced, and deleted again when the run fails. A mapping with logical targets is refused: a
    /// release has no other files.
    ///
    /// @throws ServerException [ErrorCode#MAPPING_INVALID] before anything is read, or
    ///     [ErrorCode#SOURCE_UNREADABLE] with the file and line that cannot be read
    public Mapped map(MappingTask task, Path target, MappingWatch watch) {
        Mapping mapping = compile(task);
        if (!mapping.targets().isEmpty()) {
            throw new ServerException(
                    ErrorCode.MAPPING_INVALID,
                    task.mapping().getFileName() + ": statements go to logical targets ("
                            + String.join(", ", mapping.targets())
                            + "), which a release does not have; `map --targets FOLDER` writes them.");
        }
        return map(task, mapping, target, watch);
    }

    /// The same, and then the files of its logical targets below the folder.
    public Mapped mapWithTargets(MappingTask task, Path target, Path folder, MappingWatch watch) {
        Mapping mapping = compile(task);
        Mapped mapped = map(task, mapping, target, watch);
        try {
            TargetFiles.write(mapping, options(task, mapping), folder);
            return mapped;
        } catch (MappingException e) {
            throw invalid(e);
        } catch (SourceException e) {
            throw new ServerException(ErrorCode.SOURCE_UNREADABLE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.SOURCE_UNREADABLE,
                    task.mapping() + ": the targets could not be written: " + e.getMessage() + ".",
                    e);
        }
    }

    private MappingOptions options(MappingTask task, Mapping mapping) {
        MappingOptions options = terms(task).withCodeLists(lists(task, mapping)).withMostRejected(task.mostRejected());
        return task.digests() ? options : options.withoutDigests();
    }

    /// What decides which terms are made, known before the mapping is read.
    private MappingOptions terms(MappingTask task) {
        return MappingOptions.defaults(iris.base()).withSkolemBase(iris.iri(".well-known/genid/"), task.dataset());
    }

    private Mapped map(MappingTask task, Mapping mapping, Path target, MappingWatch watch) {
        MappingOptions options = options(task, mapping);
        boolean done = false;
        try (FileChannel channel = FileChannel.open(
                target,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE))) {
            MappingReport report =
                    MappingEngine.run(mapping, options, QuadSink.nquads(channel), new Forwarding(mapping, watch));
            done = true;
            return mapped(report);
        } catch (MappingException e) {
            throw invalid(e);
        } catch (SourceException e) {
            throw new ServerException(ErrorCode.SOURCE_UNREADABLE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.SOURCE_UNREADABLE, task.mapping() + ": the run ended early: " + e.getMessage() + ".", e);
        } finally {
            if (!done) {
                discard(target);
            }
        }
    }

    /// The city's lists, read once, when they are first needed.
    private synchronized Map<String, CodeList> codeLists() {
        if (codeLists == null) {
            codeLists = CodeLists.read(kos);
        }
        return codeLists;
    }

    /// The city's lists and those of the module, which win; those of the city only where something is looked up.
    private Map<String, CodeList> lists(MappingTask task, Mapping mapping) {
        Map<String, CodeList> lists = new HashMap<>();
        if (!mapping.codeLists().isEmpty()) {
            lists.putAll(codeLists());
        }
        lists.putAll(CodeLists.readTables(task.codes(), iris));
        return lists;
    }

    private Mapping compile(MappingTask task) {
        try {
            return Mapping.read(task.mapping(), new Sources(task.folder(), task.sources()), terms(task));
        } catch (MappingException e) {
            throw invalid(e);
        }
    }

    private static ServerException invalid(MappingException e) {
        return new ServerException(ErrorCode.MAPPING_INVALID, String.valueOf(e.getMessage()), e);
    }

    private static void discard(Path target) {
        try {
            Files.deleteIfExists(target);
        } catch (IOException _) {
            // The first failure is the one to tell; the folder's owner removes leftovers.
        }
    }

    private static Mapped mapped(MappingReport report) {
        return new Mapped(
                report.sources().stream().map(Mapper::source).toList(),
                report.rules().stream().map(RuleReport::triplesMap).toList(),
                report.rejections().stream()
                        .map(rejection -> rejected(report, rejection))
                        .toList(),
                report.unmappedCodes(),
                report.quads());
    }

    private static MappedSource source(SourceReport source) {
        return new MappedSource(
                source.name(),
                String.valueOf(source.file().getFileName()),
                source.sha256(),
                source.bytes(),
                source.encoding(),
                source.read(),
                source.mapped(),
                source.rejected(),
                source.skipped(),
                byCode(source.rejectedRecords()),
                byCode(source.rejectedValues()),
                source.fields().stream().map(Mapper::field).toList());
    }

    private static MappedField field(FieldUse field) {
        return new MappedField(field.field(), field.filled(), field.used());
    }

    private static Map<String, Long> byCode(Map<RejectionReason, Long> counts) {
        Map<String, Long> byCode = new TreeMap<>();
        counts.forEach((reason, count) -> byCode.put(reason.code(), count));
        return byCode;
    }

    private static RejectedValue rejected(MappingReport report, Rejection rejection) {
        String file = report.sources().stream()
                .filter(source -> source.name().equals(rejection.source()))
                .map(source -> String.valueOf(source.file().getFileName()))
                .findFirst()
                .orElse(rejection.source());
        Text text = new Text(rejection.reason().text("de"), rejection.reason().text("en"));
        return new RejectedValue(
                rejection.source(),
                file,
                rejection.record(),
                rejection.line(),
                rejection.field(),
                rejection.value(),
                rejection.rule(),
                rejection.reason().code(),
                text,
                rejection.wholeRecord());
    }

    /// Sums what the engine tells source by source.
    private static final class Forwarding implements Observer {
        private final MappingWatch watch;
        private final long totalBytes;
        private final Map<Integer, Long> records = new TreeMap<>();
        private final Map<Integer, Long> bytes = new TreeMap<>();

        Forwarding(Mapping mapping, MappingWatch watch) {
            this.watch = watch;
            this.totalBytes = mapping.sources().stream()
                    .mapToLong(source -> size(source.file()))
                    .sum();
        }

        private static long size(Path file) {
            try {
                return Files.size(file);
            } catch (IOException e) {
                return 0;
            }
        }

        @Override
        public boolean wantsLineage() {
            return watch.wantsSubjects();
        }

        @Override
        public void lineage(String subjectIri, int sourceNumber, long recordNumber, int triplesMapNumber) {
            watch.subject(subjectIri, sourceNumber, recordNumber, triplesMapNumber);
        }

        @Override
        public void progress(int sourceNumber, long recordsRead, long bytesRead, long bytesTotal) {
            records.put(sourceNumber, recordsRead);
            bytes.put(sourceNumber, bytesRead);
            watch.progress(sum(records), sum(bytes), totalBytes);
        }

        private static long sum(Map<Integer, Long> counts) {
            return counts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
