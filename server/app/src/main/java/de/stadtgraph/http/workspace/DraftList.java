package de.stadtgraph.http.workspace;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.http.Caller;
import de.stadtgraph.workspace.About;
import de.stadtgraph.workspace.Workspace;
import de.stadtgraph.workspace.WorkspaceLimits;
import de.stadtgraph.workspace.Workspaces;
import io.javalin.http.Context;
import java.util.Iterator;
import org.apache.jena.graph.Node;

/// `/workspace` and `/workspace/{name}`: the drafts that somebody may see, what is in one, making and removing one; all
/// in JSON. Thread-safe.
final class DraftList {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final VisibleDrafts drafts;

    DraftList(VisibleDrafts drafts) {
        this.drafts = drafts;
    }

    void list(Context context) {
        ArrayNode all = JSON.createArrayNode();
        drafts.list(Caller.of(context).known()).forEach(about -> all.add(described(about)));
        send(context, JSON.createObjectNode().set("drafts", all));
    }

    void show(Context context) {
        try (Workspaces.Hold hold = drafts.toRead(context)) {
            Workspace workspace = hold.workspace();
            ObjectNode json = described(workspace.about()).put("quads", workspace.quads());
            ArrayNode graphs = json.putArray("graphs");
            workspace.read(data -> {
                Iterator<Node> names = data.listGraphNodes();
                names.forEachRemaining(name -> graphs.add(name.toString()));
            });
            WorkspaceLimits limits = drafts.workspaces().limits();
            json.putObject("limits").put("quads", limits.quads()).put("bytes", limits.bytes());
            send(context, json);
        }
    }

    /// Makes an empty draft; its address is the answer.
    void create(Context context) {
        About about = drafts.workspaces()
                .create(context.pathParam("name"), Caller.of(context).known().name());
        context.status(201).header("Location", address(about));
        send(context, described(about));
    }

    void delete(Context context) {
        drafts.workspaces().delete(drafts.owned(context).name());
        context.status(204);
    }

    private static ObjectNode described(About about) {
        return JSON.createObjectNode()
                .put("name", about.name())
                .put("owner", about.owner())
                .put("created", about.created().toString())
                .put("sparql", address(about) + "/sparql")
                .put("data", address(about) + "/data");
    }

    private static String address(About about) {
        return "/workspace/" + about.name();
    }

    private static void send(Context context, ObjectNode json) {
        context.contentType("application/json").result(json.toString());
    }
}
