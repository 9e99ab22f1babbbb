package de.stadtgraph.http.pages;

import de.stadtgraph.http.Contact;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Site;
import de.stadtgraph.problem.ErrorCode;
import java.util.List;
import java.util.Map;

/// A page of a few sections. Immutable.
///
/// @param libraries licences by name of the library; empty where they do not matter
public record TextPage(Frame frame, List<Section> sections, Contact contact, Map<String, String> libraries) {

    /// A heading with its paragraphs.
    public record Section(String title, List<String> paragraphs) {}

    /// The limits.
    public record Limits(Frame frame, List<Site.Limit> limits) {}

    /// What an error code means.
    public record Meaning(Frame frame, ErrorCode code, String advice) {}
}
