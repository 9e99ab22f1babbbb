package de.stadtgraph.http.dereference;

import de.stadtgraph.http.CityMap;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Link;
import java.util.List;
import java.util.Optional;

/// The page of one IRI. Immutable.
///
/// @param iri canonical IRI of the thing
/// @param label label with its language, if that is not the page's
/// @param types its classes
/// @param rows its statements by property
/// @param parts its parts with their statements
/// @param map map of the city, where the thing has a geometry
/// @param tree concepts, where the thing is a concept scheme
/// @param incoming statements that point to it, by property
/// @param formats other formats of the document
/// @param path path of the document without suffix
public record ThingPage(
        Frame frame,
        String iri,
        Cell label,
        List<Cell> types,
        List<Row> rows,
        List<Part> parts,
        Optional<Place> map,
        List<Branch> tree,
        List<Group> incoming,
        List<Format> formats,
        String path) {

    /// The same page with links in its head.
    ThingPage withLinks(List<Link> links) {
        return new ThingPage(
                frame.withLinks(links), iri, label, types, rows, parts, map, tree, incoming, formats, path);
    }

    /// The address of another format.
    public String in(Format format) {
        return path.contains("?") ? path + "&format=" + format.suffix() : path + "." + format.suffix();
    }

    /// A value.
    ///
    /// @param text what is shown
    /// @param href where it leads; empty when nowhere
    /// @param tag language, if it is not the page's
    /// @param datatype short name of the datatype, if it is worth saying
    /// @param raw lexical form, where it is shown otherwise
    /// @param dataset slug of the dataset that says so
    public record Cell(String text, String href, String tag, String datatype, String raw, String dataset) {
        public boolean isExternal() {
            return !href.isEmpty() && !href.startsWith("/");
        }

        static Cell text(String text, String tag) {
            return new Cell(text, "", tag, "", "", "");
        }
    }

    /// A property with its values.
    ///
    /// @param id fragment of the row
    /// @param term short name of the property
    public record Row(String id, Cell property, String term, List<Cell> values) {}

    /// A part of the thing: its geometry, its address.
    public record Part(String id, List<Row> rows) {}

    /// A concept of a scheme with the narrower ones.
    public record Branch(Cell concept, String notation, List<Branch> below) {}

    /// Where the thing is.
    public record Place(CityMap city, CityMap.Shape shape) {}

    /// Statements of one property that point here.
    ///
    /// @param count how many there are
    /// @param shown the first of them, or one page
    /// @param more address of the next page; empty when all are shown
    public record Group(Cell property, long count, List<Cell> shown, String more) {}
}
