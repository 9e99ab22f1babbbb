package de.stadtgraph.http.lineage;

import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.ReleaseDetails;
import java.time.Instant;
import java.util.List;

/// The page of a receipt. Immutable.
///
/// @param iri the thing
/// @param document path of its page
public record LineagePage(Frame frame, String iri, String document, List<Section> sections, List<Format> formats) {

    /// What one dataset says.
    ///
    /// @param hasMapping whether the mapping file can be read
    public record Section(
            String slug,
            String title,
            PublishedRelease release,
            List<ReleaseDetails.Origin> origins,
            List<Line> lines,
            List<PublishedRelease.Finding> findings,
            List<String> dropped,
            boolean hasMapping) {}

    /// One statement.
    ///
    /// @param property label of the property
    /// @param href page of the property
    /// @param value the value, shown
    /// @param valueHref page of the value; empty for a text
    /// @param fields fields of the source
    /// @param rule line of the mapping file, 0 when there is none
    public record Line(String property, String href, String value, String valueHref, List<String> fields, int rule) {}

    /// When a file was fetched.
    public Instant fetched(ReleaseDetails.Origin origin) {
        return origin.source().fetched();
    }
}
