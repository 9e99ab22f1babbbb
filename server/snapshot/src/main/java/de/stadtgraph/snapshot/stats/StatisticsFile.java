package de.stadtgraph.snapshot.stats;

import de.stadtgraph.snapshot.file.FileKind;
import de.stadtgraph.snapshot.file.IndexFile;
import de.stadtgraph.snapshot.file.IndexFileWriter;
import de.stadtgraph.snapshot.file.Layout;
import java.lang.foreign.Arena;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongUnaryOperator;

/// Statistics as a file: numbers of 8 bytes one after the other. Stateless.
public final class StatisticsFile {
    private StatisticsFile() {}

    public static void write(Statistics statistics, Path path) {
        try (var out = new IndexFileWriter(path, FileKind.STATISTICS)) {
            write(statistics, out);
            out.finish(statistics.totals().quads());
        }
    }

    private static void write(Statistics statistics, IndexFileWriter out) {
        Statistics.Totals totals = statistics.totals();
        out.putLong(totals.quads());
        out.putLong(totals.triples());
        out.putLong(totals.subjects());
        out.putLong(totals.objects());
        out.putLong(statistics.predicates().size());
        statistics.predicates().forEach(predicate -> write(predicate, out));
        out.putLong(statistics.classes().size());
        statistics.classes().forEach(type -> write(type, out));
        out.putLong(statistics.graphs().size());
        new TreeMap<>(statistics.graphs()).forEach((id, graph) -> {
            out.putLong(id);
            write(graph, out);
        });
    }

    private static void write(PredicateStatistics predicate, IndexFileWriter out) {
        out.putLong(predicate.predicate());
        out.putLong(predicate.triples());
        out.putLong(predicate.subjects());
        out.putLong(predicate.objects());
        out.putLong(predicate.tags().size());
        for (PredicateStatistics.Tag tag : predicate.tags()) {
            out.putLong(tag.tag());
            out.putLong(tag.triples());
            out.putLong(tag.min());
            out.putLong(tag.max());
            out.putLong(tag.zone());
            out.putLong(tag.fractionDigits());
        }
        out.putLong(predicate.languages().size());
        for (PredicateStatistics.Language language : predicate.languages()) {
            byte[] bytes = language.tag().getBytes(StandardCharsets.UTF_8);
            out.putLong(language.triples());
            out.putLong(bytes.length);
            out.put(bytes, 0, bytes.length);
        }
    }

    private static void write(ClassStatistics type, IndexFileWriter out) {
        out.putLong(type.type());
        out.putLong(type.instances());
        out.putLong(type.predicates().size());
        for (ClassStatistics.Property property : type.predicates()) {
            out.putLong(property.predicate());
            out.putLong(property.triples());
            out.putLong(property.subjects());
        }
    }

    /// Reads a file.
    ///
    /// @param names makes the ids of the whole of those in the file
    public static Statistics read(Path path, LongUnaryOperator names) {
        try (Arena arena = Arena.ofConfined()) {
            IndexFile file = IndexFile.open(path, FileKind.STATISTICS, arena);
            file.verify();
            return new Reader(file, names).statistics();
        }
    }

    /// Reads number by number.
    private static final class Reader {
        private final IndexFile file;
        private final LongUnaryOperator names;
        private long at = Layout.HEADER;

        Reader(IndexFile file, LongUnaryOperator names) {
            this.file = file;
            this.names = names;
        }

        private long next() {
            file.touch(at, 8);
            long value = file.bytes().get(Layout.LONG, at);
            at += 8;
            return value;
        }

        private int size() {
            return Math.toIntExact(next());
        }

        private long id() {
            return names.applyAsLong(next());
        }

        Statistics statistics() {
            var totals = new Statistics.Totals(next(), next(), next(), next());
            List<PredicateStatistics> predicates = new ArrayList<>();
            for (int left = size(); left > 0; left--) {
                predicates.add(predicate());
            }
            List<ClassStatistics> classes = new ArrayList<>();
            for (int left = size(); left > 0; left--) {
                classes.add(type());
            }
            Map<Long, Statistics> graphs = new TreeMap<>();
            for (int left = size(); left > 0; left--) {
                graphs.put(id(), statistics());
            }
            return new Statistics(totals, predicates, classes, graphs);
        }

        private PredicateStatistics predicate() {
            long id = id();
            long triples = next();
            long subjects = next();
            long objects = next();
            List<PredicateStatistics.Tag> tags = new ArrayList<>();
            for (int left = size(); left > 0; left--) {
                tags.add(new PredicateStatistics.Tag(size(), next(), id(), id(), size(), size()));
            }
            List<PredicateStatistics.Language> languages = new ArrayList<>();
            for (int left = size(); left > 0; left--) {
                languages.add(language());
            }
            return new PredicateStatistics(id, triples, subjects, objects, tags, languages);
        }

        private PredicateStatistics.Language language() {
            long triples = next();
            byte[] bytes = new byte[size()];
            file.touch(at, bytes.length);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = file.bytes().get(Layout.BYTE, at + i);
            }
            at += bytes.length;
            return new PredicateStatistics.Language(new String(bytes, StandardCharsets.UTF_8), triples);
        }

        private ClassStatistics type() {
            long id = id();
            long instances = next();
            List<ClassStatistics.Property> properties = new ArrayList<>();
            for (int left = size(); left > 0; left--) {
                properties.add(new ClassStatistics.Property(id(), next(), next()));
            }
            return new ClassStatistics(id, instances, properties);
        }
    }
}
