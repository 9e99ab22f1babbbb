package de.stadtgraph.http.workspace;

import de.stadtgraph.http.Headers;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workspace.Workspaces;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.jena.irix.IRIException;
import org.apache.jena.irix.IRIx;

/// `/workspace/{name}/data`: the graphs of a draft (SPARQL 1.1 Graph Store HTTP Protocol), named by `?default` or
/// `?graph=`; without either the whole draft as quads. Thread-safe.
final class DraftGraphStore {
    private static final String DEFAULT = "default";
    private static final String GRAPH = "graph";

    private final VisibleDrafts drafts;
    private final DraftWork work;
    private final String base;

    /// @param base canonical base of the site
    DraftGraphStore(VisibleDrafts drafts, DraftWork work, String base) {
        this.drafts = drafts;
        this.work = work;
        this.base = base;
    }

    void read(Context context) {
        try (Workspaces.Hold hold = drafts.toRead(context)) {
            Map<String, List<String>> target = target(context);
            work.run(
                    context,
                    hold.workspace(),
                    Processor.GRAPH_STORE,
                    _ -> new PlainRequest.Form("GET", "", new byte[0], target));
        }
    }

    void delete(Context context) {
        try (Workspaces.Hold hold = drafts.toChange(context)) {
            Map<String, List<String>> target = target(context);
            if (target.isEmpty()) {
                throw new ServerException(
                        ErrorCode.BAD_REQUEST,
                        new Text("?default oder ?graph= fehlt.", "?default or ?graph= is missing."));
            }
            work.run(
                    context,
                    hold.workspace(),
                    Processor.GRAPH_STORE,
                    _ -> new PlainRequest.Form("DELETE", "", new byte[0], target));
        }
    }

    /// PUT replaces a graph, POST adds to it; a POST of triples to the store itself makes a graph with a new name.
    void write(Context context) {
        try (Workspaces.Hold hold = drafts.toChange(context)) {
            RdfPayload payload = RdfPayload.of(context);
            Map<String, List<String>> target = target(context);
            boolean isNew = target.isEmpty() && context.method().equals(HandlerType.POST) && !payload.isOfQuads();
            if (!isNew) {
                write(context, hold, payload, target);
                return;
            }
            String name = newName(hold);
            write(context, hold, payload, Map.of(GRAPH, List.of(name)));
            context.header("Location", address(context, name));
        }
    }

    private void write(Context context, Workspaces.Hold hold, RdfPayload payload, Map<String, List<String>> target) {
        String resolved = target.getOrDefault(GRAPH, List.of(base)).getFirst();
        work.run(context, hold.workspace(), Processor.GRAPH_STORE, _ -> {
            RdfPayload.Lines lines = payload.lines(resolved, !target.isEmpty());
            return new PlainRequest.Form(context.method().name(), lines.contentType(), lines.text(), target);
        });
    }

    private String newName(Workspaces.Hold hold) {
        return base + "workspace/" + hold.workspace().about().name() + "/graph/" + UUID.randomUUID();
    }

    private static String address(Context context, String graph) {
        return Headers.encoded(context.path()) + "?graph=" + URLEncoder.encode(graph, StandardCharsets.UTF_8);
    }

    /// The one graph that the address names (Graph Store Protocol, section 4.2), or none.
    private static Map<String, List<String>> target(Context context) {
        List<String> graphs = context.queryParams(GRAPH);
        List<String> defaults = context.queryParams(DEFAULT);
        List<String> named = new ArrayList<>(graphs);
        named.addAll(defaults);
        if (named.isEmpty()) {
            return Map.of();
        }
        if (named.size() > 1 || !defaults.stream().allMatch(String::isEmpty)) {
            throw bad("Genau eines: ?default oder ein ?graph=.", "Exactly one: ?default or one ?graph=.");
        }
        if (graphs.isEmpty()) {
            return Map.of(DEFAULT, List.of(""));
        }
        if (!isAbsolute(graphs.getFirst())) {
            throw bad("?graph= braucht eine absolute IRI.", "?graph= needs an absolute IRI.");
        }
        return Map.of(GRAPH, List.of(graphs.getFirst()));
    }

    private static boolean isAbsolute(String iri) {
        try {
            return iri.matches("[^\\s<>\"{}|\\\\^`]+") && IRIx.create(iri).isAbsolute();
        } catch (IRIException _) {
            return false;
        }
    }

    private static ServerException bad(String german, String english) {
        return new ServerException(ErrorCode.BAD_REQUEST, new Text(german, english)).with("parameter", GRAPH);
    }
}
