package de.stadtgraph.http.dereference;

import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.TermShapes;
import de.stadtgraph.http.dereference.ThingPage.Cell;
import java.util.List;

/// The ontology on one page, an anchor a term. Immutable.
public record OntologyPage(Frame frame, String iri, String version, List<Section> sections, List<Format> formats) {

    /// Terms of one kind.
    public record Section(String id, String title, List<Term> terms) {}

    /// A term.
    ///
    /// @param id local name and fragment
    /// @param uses how often the data use it
    /// @param examples things that have it
    /// @param shapes rules that speak of it
    public record Term(
            String id,
            Cell label,
            Cell definition,
            String iri,
            List<Cell> supers,
            List<Cell> domains,
            List<Cell> ranges,
            long uses,
            List<Cell> examples,
            List<TermShapes.TermShape> shapes,
            boolean deprecated) {}
}
