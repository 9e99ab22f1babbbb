package de.stadtgraph.http.catalog;

import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.PublishedState;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Current and old states: which release of each dataset was served when.
final class StatePages {
    private static final String PATH = "/state";

    /// Answers `/state`.
    void list(Visit visit) {
        answer(visit, visit.site().publications().states(), visit.word("state.title"));
    }

    /// Answers `/state/{n}`.
    void one(Visit visit) {
        String number = visit.context().pathParam("number");
        PublishedState state = visit.site().publications().states().stream()
                .filter(candidate -> Long.toString(candidate.number()).equals(number))
                .findFirst()
                .orElseThrow(() -> new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text(
                                "Einen Datenstand " + number + " gibt es nicht.",
                                "There is no state " + number + ".")));
        answer(visit, List.of(state), visit.word("frame.state", state.number()));
    }

    private static void answer(Visit visit, List<PublishedState> states, String title) {
        String path = visit.context().path();
        Negotiated negotiated =
                ContentNegotiation.choose(visit.context(), MediaTypes.PAGE_OR_JSON, Optional.empty(), path);
        if (visit.isUnchanged(negotiated)) {
            return;
        }
        boolean isList = path.equals(PATH);
        if (!negotiated.isHtml()) {
            String all = states.stream().map(StatePages::json).collect(Collectors.joining(","));
            String body = isList ? "{\"states\":[" + all + "]}" : all;
            visit.send(negotiated, body.getBytes(StandardCharsets.UTF_8));
            return;
        }
        List<Link> links = List.of(Link.of(visit.site().iris().iri(path.substring(1)), "canonical"));
        List<Frame.Crumb> crumbs = isList ? List.of() : List.of(new Frame.Crumb(visit.word("state.title"), PATH));
        Frame frame = visit.frame(title, "", crumbs).withLinks(links);
        visit.page("states", new DatasetPage.States(frame, states, isList, changed(visit, states)), links);
    }

    /// Datasets whose release is another one than in the state before.
    private static Map<Long, List<String>> changed(Visit visit, List<PublishedState> states) {
        Map<Long, PublishedState> all = visit.site().publications().states().stream()
                .collect(Collectors.toMap(PublishedState::number, state -> state));
        Map<Long, List<String>> changed = new HashMap<>();
        for (PublishedState state : states) {
            PublishedState before = all.get(state.number() - 1);
            Map<String, Long> old = before == null ? Map.of() : before.releases();
            Set<String> slugs = new TreeSet<>(state.releases().keySet());
            slugs.addAll(old.keySet());
            slugs.removeIf(
                    slug -> Objects.equals(old.get(slug), state.releases().get(slug)));
            changed.put(state.number(), List.copyOf(slugs));
        }
        return changed;
    }

    /// Slugs are letters, digits and hyphens, so nothing needs escaping.
    private static String json(PublishedState state) {
        String releases = state.releases().entrySet().stream()
                .map(entry -> "\"" + entry.getKey() + "\":" + entry.getValue())
                .collect(Collectors.joining(",", "{", "}"));
        return "{\"state\":" + state.number() + ",\"time\":\"" + state.time() + "\",\"releases\":" + releases + "}";
    }
}
