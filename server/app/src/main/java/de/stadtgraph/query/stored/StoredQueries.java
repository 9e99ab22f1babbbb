package de.stadtgraph.query.stored;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The stored queries of a checkout, read once from `<topic>/<name>.rq`. Immutable.
///
/// A file that is no stored query is not among them; it stands in the complaints, one sentence a file.
public final class StoredQueries {
    private final Map<String, StoredQuery> queries;
    private final List<String> complaints;

    private StoredQueries(Map<String, StoredQuery> queries, List<String> complaints) {
        this.queries = queries;
        this.complaints = List.copyOf(complaints);
    }

    /// No queries.
    public static StoredQueries none() {
        return new StoredQueries(Map.of(), List.of());
    }

    /// Reads a folder of topics; a folder that is not there has none.
    ///
    /// @param prefixes the shared prefixes, which a query may use without declaring them
    public static StoredQueries read(Path folder, Map<String, String> prefixes) {
        if (!Files.isDirectory(folder)) {
            return none();
        }
        Map<String, StoredQuery> queries = new TreeMap<>();
        List<String> complaints = new ArrayList<>();
        var reader = new QueryFileReader(prefixes);
        try (Stream<Path> files = Files.walk(folder, 2)) {
            for (Path file : files.filter(path -> path.toString().endsWith(".rq"))
                    .sorted()
                    .toList()) {
                try {
                    add(queries, reader, folder, file);
                } catch (InvalidQueryFile e) {
                    complaints.add(String.valueOf(e.getMessage()));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new StoredQueries(queries, complaints);
    }

    private static void add(Map<String, StoredQuery> queries, QueryFileReader reader, Path folder, Path file)
            throws IOException {
        Path inside = folder.relativize(file);
        String place = "queries/" + inside;
        if (inside.getNameCount() != 2) {
            throw new InvalidQueryFile(place + ": a query lies in the folder of its topic.");
        }
        String name = inside.getFileName().toString().replaceFirst("\\.rq$", "");
        String topic = Objects.toString(inside.getParent());
        StoredQuery query = reader.read(topic, name, QueryFile.of(place, Files.readString(file)));
        if (queries.putIfAbsent(name, query) != null) {
            throw new InvalidQueryFile(place + ": another topic has a query of this name.");
        }
    }

    /// All, by name.
    public Collection<StoredQuery> all() {
        return queries.values();
    }

    /// Those without whose rows no state is served.
    public List<StoredQuery> blocking() {
        return queries.values().stream()
                .filter(query -> query.expectation().block())
                .toList();
    }

    public Optional<StoredQuery> find(String name) {
        return Optional.ofNullable(queries.get(name));
    }

    /// The queries that draw on a dataset.
    public List<StoredQuery> ofDataset(String slug) {
        return queries.values().stream()
                .filter(query -> query.datasets().contains(slug))
                .toList();
    }

    /// What is wrong with files that are not served.
    public List<String> complaints() {
        return complaints;
    }
}
