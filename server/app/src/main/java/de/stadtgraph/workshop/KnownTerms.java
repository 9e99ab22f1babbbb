package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.jspecify.annotations.Nullable;

/// All terms and concepts that exist, as an editor may use them. Read when they are first asked for, and again when a
/// file of them changes, so that a term is known as soon as it is adopted. Thread-safe.
public final class KnownTerms {
    private final Supplier<Object> stamp;
    private final Supplier<Graph> reader;
    private volatile @Nullable Terms terms;

    private KnownTerms(Supplier<Object> stamp, Supplier<Graph> reader) {
        this.stamp = stamp;
        this.reader = reader;
    }

    /// Terms that stay as they are.
    public static KnownTerms of(Graph ontologies) {
        return new KnownTerms(() -> "", () -> ontologies);
    }

    /// The terms in the Turtle files of a folder and of those in it.
    ///
    /// @param reader gives the graph of all of them
    public static KnownTerms in(Path folder, Supplier<Graph> reader) {
        return new KnownTerms(() -> stamp(folder), reader);
    }

    /// @param iris IRIs of all terms
    /// @param labels the city's own terms with their labels
    private record Terms(Object stamp, Set<String> iris, SortedMap<String, Text> labels) {}

    private static Object stamp(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            SortedMap<String, String> stamps = new TreeMap<>();
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".ttl")).toList()) {
                stamps.put(file.toString(), Files.size(file) + " " + Files.getLastModifiedTime(file));
            }
            return stamps;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Terms read(Object stamp, Graph ontologies) {
        Set<String> iris = new TreeSet<>();
        SortedMap<String, Text> labels = new TreeMap<>();
        ontologies.find().mapWith(Triple::getSubject).filterKeep(Node::isURI).forEachRemaining(term -> {
            if (iris.add(term.getURI()) && term.getURI().startsWith(Jmo.NAMESPACE)) {
                labels.put(
                        term.getURI(), Values.text(ontologies, term, Rdfs.LABEL).orElse(Text.same("")));
            }
        });
        return new Terms(stamp, iris, Collections.unmodifiableSortedMap(labels));
    }

    private Terms current() {
        Object now = stamp.get();
        Terms known = terms;
        if (known == null || !known.stamp().equals(now)) {
            known = read(now, reader.get());
            terms = known;
        }
        return known;
    }

    /// IRIs of all terms as they are now.
    Set<String> iris() {
        return current().iris();
    }

    /// The city's own terms with their labels.
    SortedMap<String, Text> labels() {
        return current().labels();
    }
}
