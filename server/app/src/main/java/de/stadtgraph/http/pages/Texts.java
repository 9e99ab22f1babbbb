package de.stadtgraph.http.pages;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.Caching;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Site;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Short pages from configuration and code: limits, problems, about, accessibility, privacy, imprint, health.
final class Texts {
    private static final ObjectMapper JSON = new ObjectMapper();

    /// Answers `/limits`: every limit with its live number.
    void limits(Visit visit) {
        Negotiated negotiated = choose(visit);
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        if (!negotiated.isHtml()) {
            List<Map<String, Object>> limits = new ArrayList<>();
            for (Site.Limit limit : visit.site().limits()) {
                limits.add(Map.of("name", limit.name(), "value", limit.value(), "unit", limit.unit()));
            }
            visit.send(negotiated, json(Map.of("limits", limits)));
            return;
        }
        Frame frame = frame(visit, visit.word("frame.limits"));
        visit.page("limits", new TextPage.Limits(frame, visit.site().limits()), links(visit));
    }

    /// Answers `/problem/{code}`: what an error code means and what to do.
    void problem(Visit visit) {
        Negotiated negotiated = choose(visit);
        String asked = visit.context().pathParam("code");
        ErrorCode code = Arrays.stream(ErrorCode.values())
                .filter(candidate -> candidate.code().equals(asked))
                .findFirst()
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text("Diesen Fehlercode gibt es nicht.", "There is no such error code.")));
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        if (!negotiated.isHtml()) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("code", code.code());
            document.put("status", code.status());
            document.put("title", code.title().in(visit.language()));
            document.put("advice", code.advice().in(visit.language()));
            visit.send(negotiated, json(document));
            return;
        }
        Frame frame = frame(visit, code.title().in(visit.language()));
        visit.page("meaning", new TextPage.Meaning(frame, code, code.advice().in(visit.language())), links(visit));
    }

    void about(Visit visit) {
        List<TextPage.Section> sections = List.of(
                section(visit, "about.what", "about.whatText"),
                section(visit, "about.promise", "about.promiseText"),
                section(visit, "about.cite", "about.citeText"),
                section(visit, "about.software", "about.softwareText"));
        send(
                visit,
                "frame.about",
                sections,
                new TreeMap<>(visit.site().software().libraries()));
    }

    void accessibility(Visit visit) {
        List<TextPage.Section> sections = List.of(
                section(visit, "accessibility.how", "accessibility.howText"),
                section(visit, "accessibility.limits", "accessibility.limitsText"),
                section(visit, "accessibility.report", "accessibility.reportText"));
        send(visit, "frame.accessibility", sections, Map.of());
    }

    void privacy(Visit visit) {
        List<TextPage.Section> sections = List.of(
                section(visit, "privacy.visit", "privacy.visitText"),
                section(visit, "privacy.data", "privacy.dataText"),
                section(visit, "privacy.rights", "privacy.rightsText"));
        send(visit, "frame.privacy", sections, Map.of());
    }

    void imprint(Visit visit) {
        send(visit, "frame.imprint", List.of(section(visit, "imprint.who", "imprint.whoText")), Map.of());
    }

    /// Answers `/health` as soon as a first answer can be given.
    static void health(Visit visit) {
        Map<String, Object> health = new LinkedHashMap<>();
        health.put("status", "up");
        health.put("state", visit.generation().state());
        health.put("quads", visit.generation().quads());
        visit.context()
                .header("Cache-Control", Caching.NEVER.value())
                .contentType("application/json")
                .result(json(health));
    }

    private static void send(
            Visit visit, String title, List<TextPage.Section> sections, Map<String, String> libraries) {
        Negotiated negotiated = ContentNegotiation.choose(
                visit.context(),
                MediaTypes.PAGE,
                Optional.empty(),
                visit.context().path());
        if (!visit.isUnchanged(negotiated)) {
            Frame frame = frame(visit, visit.word(title));
            visit.page("text", new TextPage(frame, sections, visit.site().contact(), libraries), links(visit));
        }
    }

    private static Negotiated choose(Visit visit) {
        return ContentNegotiation.choose(
                visit.context(),
                MediaTypes.PAGE_OR_JSON,
                Optional.empty(),
                visit.context().path());
    }

    private static TextPage.Section section(Visit visit, String title, String text) {
        String organisation = visit.site().contact().organisation().in(visit.language());
        return new TextPage.Section(
                visit.word(title),
                List.of(visit.word(text, organisation, visit.site().iris().base())
                        .split("\\|", -1)));
    }

    private static Frame frame(Visit visit, String title) {
        return visit.frame(title, "", List.of()).withLinks(links(visit));
    }

    private static List<Link> links(Visit visit) {
        return List.of(Link.of(visit.site().iris().iri(visit.context().path().substring(1)), "canonical"));
    }

    private static byte[] json(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("plain values", e);
        }
    }
}
