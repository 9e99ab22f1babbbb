package de.stadtgraph.harvest;

import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Rdf;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.sparql.graph.GraphFactory;

/// Looks for a dataset in a DCAT catalogue, page by page (Hydra), and tells where its file is. One look, one thread;
/// holds
/// one page.
///
/// @param download what may be asked
record DcatCatalogue(Download download) {
    private static final int MOST_PAGES = 200;
    private static final List<Node> NEXT = List.of(
            NodeFactory.createURI("http://www.w3.org/ns/hydra/core#next"),
            NodeFactory.createURI("http://www.w3.org/ns/hydra/core#nextPage"));

    URI file(Origin.Dcat wanted) throws IOException, InterruptedException {
        Set<URI> seen = new HashSet<>();
        URI next = wanted.catalogue();
        while (seen.add(next) && seen.size() <= MOST_PAGES) {
            Graph page = read(next);
            Optional<Node> dataset = dataset(page, wanted.dataset());
            if (dataset.isPresent()) {
                return distribution(next, page, dataset.get(), wanted.format());
            }
            Optional<String> on = NEXT.stream()
                    .flatMap(property ->
                            page
                                    .find(Node.ANY, property, Node.ANY)
                                    .mapWith(triple -> triple.getObject())
                                    .toList()
                                    .stream())
                    .map(node -> node.isURI() ? node.getURI() : node.getLiteralLexicalForm())
                    .findFirst();
            if (on.isEmpty()) {
                break;
            }
            next = RemoteSources.address(next, on.get());
        }
        throw new IOException(wanted.catalogue() + ": has no dataset " + wanted.dataset() + ".");
    }

    private Graph read(URI address) throws IOException, InterruptedException {
        var got = download.get(address, String.join(", ", RemoteSources.RDF), "catalogue.tmp");
        String type = got.answer().header("content-type").orElse("").toLowerCase(Locale.ROOT);
        String suffix = type.contains("turtle") ? ".ttl" : ".rdf";
        Path named = got.file().resolveSibling("catalogue" + suffix);
        Files.move(got.file(), named, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        return lenient(named, address);
    }

    /// Catalogues of others hold addresses with blanks and brackets; an entry beside the wanted one must not stop us.
    /// Only
    /// Turtle and RDF/XML are read, so nothing is fetched on the way.
    private static Graph lenient(Path file, URI address) throws IOException {
        Graph graph = GraphFactory.createDefaultGraph();
        boolean turtle = file.toString().endsWith(".ttl");
        try (var bytes = turtle ? Files.newInputStream(file) : MendedXml.open(file)) {
            RDFParser.create()
                    .source(bytes)
                    .lang(turtle ? Lang.TURTLE : Lang.RDFXML)
                    .base(address.toString())
                    .checking(false)
                    .errorHandler(new Lenient())
                    .parse(graph);
            return graph;
        } catch (RiotException e) {
            throw new IOException(address + ": is no catalogue that can be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Node> dataset(Graph page, String wanted) {
        return Values.subjects(page, Rdf.TYPE, Dcat.DATASET_CLASS).stream()
                .filter(node -> (node.isURI() && node.getURI().equals(wanted))
                        || Values.all(page, node, Dct.IDENTIFIER).stream()
                                .anyMatch(value -> value.isLiteral()
                                        && value.getLiteralLexicalForm().equals(wanted)))
                .findFirst();
    }

    private static URI distribution(URI from, Graph page, Node dataset, String format) throws IOException {
        for (Node file : Values.all(page, dataset, Dcat.DISTRIBUTION)) {
            boolean wanted = Stream.of(Dct.FORMAT, Dcat.MEDIA_TYPE)
                    .flatMap(property -> Values.all(page, file, property).stream())
                    .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                    .anyMatch(form -> form.equalsIgnoreCase(format)
                            || form.toLowerCase(Locale.ROOT).endsWith("/" + format.toLowerCase(Locale.ROOT)));
            Optional<Node> address =
                    Values.any(page, file, Dcat.DOWNLOAD_URL).or(() -> Values.any(page, file, Dcat.ACCESS_URL));
            if (wanted && address.isPresent()) {
                Node found = address.get();
                return RemoteSources.address(from, found.isURI() ? found.getURI() : found.getLiteralLexicalForm());
            }
        }
        throw new IOException(from + ": the dataset has no distribution in the format " + format + ".");
    }

    /// Goes on as long as it can.
    private static final class Lenient implements ErrorHandler {
        @Override
        public void warning(String message, long line, long column) {
            // The entry that it stands in may not be the one we look for.
        }

        @Override
        public void error(String message, long line, long column) {
            // As a warning: what cannot be read at all is fatal.
        }

        @Override
        public void fatal(String message, long line, long column) {
            throw new RiotException("line " + line + ": " + message);
        }
    }
}
