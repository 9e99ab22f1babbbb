package de.stadtgraph.http.workspace;

import de.stadtgraph.http.Access;
import de.stadtgraph.http.Route;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.workspace.Workspaces;
import java.util.List;
import java.util.stream.Stream;

/// The routes of draft datasets: with a token, never with a cookie.
public final class WorkspaceRoutes {
    private static final String ALL = "/workspace";
    private static final String ONE = ALL + "/{name}";

    private WorkspaceRoutes() {}

    /// @param base canonical base of the site
    public static List<Route> of(Workspaces workspaces, QueryGate gate, Candidates candidates, String base) {
        var drafts = new VisibleDrafts(workspaces);
        var work = new DraftWork(gate.drafts());
        var list = new DraftList(drafts);
        var sparql = new DraftSparql(drafts, work, gate, base);
        var graphs = new DraftGraphStore(drafts, work, base);
        var runs = new CandidateRuns(drafts, candidates);
        return Stream.of(
                        Route.get(ALL, "workspaces", list::list),
                        Route.put(ONE, "workspace-create", list::create),
                        Route.delete(ONE, "workspace-delete", list::delete),
                        Route.get(ONE, "workspace", list::show),
                        Route.get(ONE + "/sparql", "workspace-sparql", sparql::get),
                        Route.post(ONE + "/sparql", "workspace-sparql", sparql::post),
                        Route.get(ONE + "/data", "workspace-data", graphs::read),
                        Route.put(ONE + "/data", "workspace-data", graphs::write),
                        Route.post(ONE + "/data", "workspace-data", graphs::write),
                        Route.delete(ONE + "/data", "workspace-data", graphs::delete),
                        Route.get(ONE + "/candidate", "workspace-candidate", runs::show),
                        Route.post(ONE + "/candidate", "workspace-candidate", runs::begin))
                .map(route -> route.only(Access.EDITORS))
                .toList();
    }
}
