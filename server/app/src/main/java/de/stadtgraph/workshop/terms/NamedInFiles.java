package de.stadtgraph.workshop.terms;

import de.stadtgraph.vocabulary.Jmo;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// Which shapes, mappings and stored queries of a checkout name a term. Holds their texts, so it is made for one
/// answer.
final class NamedInFiles {
    private static final List<String> FOLDERS = List.of("shapes", "mappings", "queries");
    private static final Pattern CONTENT = Pattern.compile("shapes\\.ttl|mapping\\.ttl|dataset\\.ttl|[a-z0-9-]+\\.rq");

    private final SortedMap<String, String> texts = new TreeMap<>();

    NamedInFiles(Path checkout) {
        for (String folder : FOLDERS) {
            read(checkout, checkout.resolve(folder));
        }
    }

    private void read(Path checkout, Path folder) {
        try (Stream<Path> files = Files.isDirectory(folder) ? Files.walk(folder, 3) : Stream.empty()) {
            for (Path file : files.filter(file ->
                            CONTENT.matcher(String.valueOf(file.getFileName())).matches())
                    .toList()) {
                texts.put(checkout.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Paths below the checkout, in alphabetical order.
    List<String> of(Node term) {
        Pattern named = pattern(term.getURI());
        return texts.entrySet().stream()
                .filter(text -> named.matcher(text.getValue()).find())
                .map(Map.Entry::getKey)
                .toList();
    }

    /// The whole IRI, the city's prefix, or the path of a concept as stored queries write it.
    private static Pattern pattern(String iri) {
        String whole = "<" + Pattern.quote(iri) + ">";
        if (iri.startsWith(Jmo.NAMESPACE)) {
            String name = Pattern.quote(iri.substring(Jmo.NAMESPACE.length()));
            return Pattern.compile(whole + "|(?<![\\w:-])jmo:" + name + "(?![\\w-])");
        }
        int path = iri.indexOf("/kos/");
        return Pattern.compile(path < 0 ? whole : whole + "|<" + Pattern.quote(iri.substring(path)) + ">");
    }
}
