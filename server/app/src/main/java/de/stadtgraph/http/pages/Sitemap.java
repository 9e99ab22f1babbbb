package de.stadtgraph.http.pages;

import de.stadtgraph.http.Format;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.PerState;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.store.Generation;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Rdf;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// The addresses of all pages for search engines: an index, and files of at most 20,000 addresses. The paths of one
/// state are kept, about 40 bytes a thing.
final class Sitemap {
    private static final Negotiated XML = new Negotiated(Format.of("xml", "application/xml"), "application/xml", true);
    private static final int SIZE = 20_000;
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
    private static final String NAMESPACE = " xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    private static final List<String> FIXED =
            List.of("", "catalog", "query", "sparql", "def/municipal", "about", "limits", "accessibility");

    private final PerState<List<String>> paths;

    Sitemap(CityIris iris) {
        this.paths = new PerState<>(generation -> paths(iris, generation));
    }

    void index(Visit visit) {
        if (visit.isUnchanged(XML)) {
            return;
        }
        StringBuilder xml = new StringBuilder(HEAD + "<sitemapindex" + NAMESPACE);
        int files = Math.ceilDiv(paths.get(visit.generation()).size(), SIZE);
        for (int file = 1; file <= files; file++) {
            entry(visit, xml, "sitemap", "sitemap/" + file + ".xml");
        }
        send(visit, xml.append("</sitemapindex>\n"));
    }

    void file(Visit visit) {
        String name = visit.context().pathParam("file");
        List<String> all = paths.get(visit.generation());
        int number = name.matches("[1-9][0-9]{0,4}\\.xml") ? Integer.parseInt(name.replace(".xml", "")) : 0;
        if (number < 1 || (number - 1) * SIZE >= all.size()) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND, new Text("Diese Datei gibt es nicht.", "There is no such file."));
        }
        if (visit.isUnchanged(XML)) {
            return;
        }
        StringBuilder xml = new StringBuilder(HEAD + "<urlset" + NAMESPACE);
        all.subList((number - 1) * SIZE, Math.min(all.size(), number * SIZE))
                .forEach(path -> entry(visit, xml, "url", path));
        send(visit, xml.append("</urlset>\n"));
    }

    private static void entry(Visit visit, StringBuilder xml, String element, String path) {
        xml.append('<')
                .append(element)
                .append("><loc>")
                .append(escaped(visit.site().iris().iri(path)));
        xml.append("</loc><lastmod>")
                .append(visit.generation().time())
                .append("</lastmod></")
                .append(element);
        xml.append(">\n");
    }

    private static void send(Visit visit, StringBuilder xml) {
        visit.send(XML, xml.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    /// The documents of all things with a class, without a leading slash.
    private static List<String> paths(CityIris iris, Generation generation) {
        var things = new TreeSet<String>();
        Iterator<Quad> typed = generation.data().findNG(Node.ANY, Node.ANY, Rdf.TYPE, Node.ANY);
        while (typed.hasNext()) {
            Node thing = typed.next().getSubject();
            if (thing.isURI() && thing.getURI().indexOf('#') < 0) {
                iris.pathOf(thing.getURI()).flatMap(Sitemap::document).ifPresent(things::add);
            }
        }
        List<String> all = new ArrayList<>(FIXED);
        generation.releases().keySet().forEach(slug -> all.add("dataset/" + slug));
        all.addAll(things);
        return List.copyOf(all);
    }

    private static Optional<String> document(String path) {
        if (path.startsWith("/id/")) {
            return Optional.of("doc/" + path.substring("/id/".length()));
        }
        return path.startsWith("/kos/") ? Optional.of("doc" + path) : Optional.empty();
    }
}
