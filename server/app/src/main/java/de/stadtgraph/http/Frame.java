package de.stadtgraph.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What stands around the content of every page: title, way, languages, state. Immutable.
///
/// @param phrases words in the language of the page
/// @param city name of the city
/// @param title heading, also the first part of the title of the window
/// @param kind what the page shows, the second part of the title
/// @param crumbs way from home, without home and the page itself
/// @param links links of the document, the same as in the header
/// @param addresses addresses that keep or change the language
/// @param state state that is shown; absent on error pages
/// @param assets address of the files beside the pages
/// @param version version of the server
public record Frame(
        Phrases phrases,
        String city,
        String title,
        String kind,
        List<Crumb> crumbs,
        List<Link> links,
        Addresses addresses,
        Optional<Shown> state,
        Assets assets,
        String version) {

    public Frame {
        crumbs = List.copyOf(crumbs);
        links = List.copyOf(links);
    }

    /// One step of the way to a page.
    public record Crumb(String label, String path) {}

    /// The state that a page shows.
    public record Shown(long number, Instant time) {}

    /// A word of the bundle.
    public String word(String key, Object... values) {
        return phrases.get(key, values);
    }

    /// A path that keeps the language which the address named.
    public String to(String path) {
        return addresses.keep(path);
    }

    /// The title of the window.
    public String windowTitle() {
        return kind.isEmpty() ? title + " – " + city : title + " – " + kind + " – " + city;
    }

    /// The way to this page for search engines (schema.org `BreadcrumbList`), as JSON that may stand in a page.
    public String breadcrumbs() {
        StringBuilder json = new StringBuilder(
                "{\"@context\":\"https://schema.org\",\"@type\":\"BreadcrumbList\",\"itemListElement\":[");
        List<Crumb> way = new ArrayList<>();
        way.add(new Crumb(word("frame.home"), "/"));
        way.addAll(crumbs);
        way.add(new Crumb(title, addresses.path()));
        for (int step = 0; step < way.size(); step++) {
            json.append(step == 0 ? "" : ",")
                    .append("{\"@type\":\"ListItem\",\"position\":")
                    .append(step + 1);
            json.append(",\"name\":\"").append(quoted(way.get(step).label()));
            json.append("\",\"item\":\"").append(quoted(way.get(step).path())).append("\"}");
        }
        return json.append("]}").toString();
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsString(text))
                .replace("<", "\\u003c")
                .replace("&", "\\u0026");
    }

    /// This page with other links in its head.
    public Frame withLinks(List<Link> others) {
        return new Frame(phrases, city, title, kind, crumbs, others, addresses, state, assets, version);
    }
}
