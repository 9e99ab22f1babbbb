package de.stadtgraph.publication;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// What stands in the quads of a release, counted: for VoID, for the class tables, for the map file. Immutable.
///
/// Made in one pass; holds the subjects of geometries and, of one subject at a time, its statements.
///
/// @param statements number of statements
/// @param subjects number of different subjects
/// @param properties uses by property
/// @param classes instances by class
/// @param things instances by class, without parts of things (IRIs with a fragment)
/// @param geometries WKT by the IRI of the geometry
record ReleaseProfile(
        long statements,
        long subjects,
        Map<String, Long> properties,
        Map<String, Long> classes,
        Map<String, Long> things,
        Map<String, String> geometries) {
    static final String WKT = "<http://www.opengis.net/ont/geosparql#asWKT>";

    static ReleaseProfile of(Path quads) throws IOException {
        var tally = new Tally();
        try (var lines = LineReader.open(quads)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                tally.add(QuadLine.of(line));
            }
        }
        return new ReleaseProfile(
                tally.statements, tally.subjects, tally.properties, tally.classes, tally.things, tally.geometries);
    }

    /// Classes that have a table, most things first; the name of a table is the local name of its class.
    List<String> tables() {
        Set<String> names = new HashSet<>();
        return things.entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, Long> each) -> -each.getValue())
                        .thenComparing(Map.Entry::getKey))
                .map(Map.Entry::getKey)
                .filter(iri -> names.add(localName(iri)))
                .toList();
    }

    /// What stands behind the last `#` or `/`.
    static String localName(String iri) {
        return iri.substring(Math.max(iri.lastIndexOf('#'), iri.lastIndexOf('/')) + 1);
    }

    private static final class Tally {
        private final Map<String, Long> properties = new HashMap<>();
        private final Map<String, Long> classes = new TreeMap<>();
        private final Map<String, Long> things = new TreeMap<>();
        private final Map<String, String> geometries = new HashMap<>();
        private @Nullable String subject;
        private long statements;
        private long subjects;

        void add(QuadLine line) {
            statements++;
            if (!line.subject().equals(subject)) {
                subject = line.subject();
                subjects++;
            }
            properties.merge(QuadLine.iri(line.predicate()), 1L, Long::sum);
            if (line.isType()) {
                classes.merge(line.value(), 1L, Long::sum);
                if (line.subject().indexOf('#') < 0) {
                    things.merge(line.value(), 1L, Long::sum);
                }
            } else if (line.predicate().equals(WKT)) {
                geometries.put(QuadLine.iri(line.subject()), line.value());
            }
        }
    }
}
