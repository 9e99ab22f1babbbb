package de.stadtgraph.http.sparql;

import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Visit;
import java.util.List;

/// The query form with an answer, if there is one. Immutable.
///
/// @param query text in the field
/// @param columns names of the columns; empty where there is no table
/// @param rows the rows shown
/// @param text an answer that is no table: a graph in Turtle, or yes and no
/// @param cut whether there are more rows than are shown
/// @param answered whether a query was run
/// @param workbench what stands around it
public record SparqlPage(
        Frame frame,
        String query,
        List<String> columns,
        List<List<Cell>> rows,
        String text,
        boolean cut,
        boolean answered,
        Workbench workbench) {

    /// A value.
    ///
    /// @param text its text; the label of an IRI that has one
    /// @param href where it leads; empty for no link
    /// @param iri the IRI itself
    /// @param language of the text; empty for that of the page
    public record Cell(String text, String href, String iri, String language, boolean isNumber) {
        static Cell of(String text) {
            return new Cell(text, "", "", "", false);
        }
    }

    private static final String PREFIX = "PREFIX jmo: <https://data.jena.de/def/municipal#>\n";

    /// What the IRIs of this city begin with.
    public String base() {
        return workbench.base();
    }

    /// The form with the first example in it.
    static SparqlPage empty(Visit visit, Workbench workbench) {
        return new SparqlPage(frame(visit), districts(), List.of(), List.of(), "", false, false, workbench);
    }

    static Frame frame(Visit visit) {
        return visit.frame("SPARQL", visit.word("sparql.title"), List.of());
    }

    private static String districts() {
        return PREFIX + "PREFIX skos: <http://www.w3.org/2004/02/skos/core#>\n\n"
                + "SELECT ?district ?name (COUNT(?tree) AS ?trees) WHERE {\n"
                + "  ?tree a jmo:UrbanTree ; jmo:withinDistrict ?district .\n"
                + "  ?district skos:prefLabel ?name .\n"
                + "} GROUP BY ?district ?name ORDER BY DESC(?trees)";
    }
}
