package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Access;
import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import de.stadtgraph.workshop.Workshop;
import java.util.List;

/// The routes of drafts and proposals.
public final class ShapesRoutes {
    private static final String FAMILY = "/workshop/shapes/{family}";
    private static final String PROPOSAL = "/workshop/proposals/{number}";

    private ShapesRoutes() {}

    public static List<Route> of(Front front, Workshop workshop) {
        var families = new Families(workshop);
        var drafts = new DraftRoutes(workshop);
        var previews = new Previews(workshop);
        var coverage = new CoveragePages(workshop);
        var proposals = new ProposalPages(workshop);
        return List.of(
                Route.get("/workshop/shapes", "workshop-shapes", front.reading(families::show))
                        .only(Access.EDITORS),
                Route.get(FAMILY, "workshop-family", front.reading(families::edit))
                        .only(Access.EDITORS),
                Route.post(FAMILY, "workshop-family", front.reading(families::save))
                        .only(Access.EDITORS),
                Route.get(FAMILY + "/draft", "workshop-draft", drafts::read).only(Access.EDITORS),
                Route.put(FAMILY + "/draft", "workshop-draft", drafts::write).only(Access.EDITORS),
                Route.delete(FAMILY + "/draft", "workshop-draft", drafts::delete)
                        .only(Access.EDITORS),
                Route.get(FAMILY + "/marks", "workshop-marks", front.reading(previews::marks))
                        .only(Access.EDITORS),
                Route.post(FAMILY + "/marks", "workshop-marks", front.reading(previews::marks))
                        .only(Access.EDITORS),
                Route.get("/workshop/terms", "workshop-terms", front.reading(previews::terms))
                        .only(Access.EDITORS),
                Route.delete("/workshop/previews/{id}", "workshop-preview-cancel", previews::cancel)
                        .only(Access.EDITORS),
                Route.post(FAMILY + "/preview", "workshop-preview", front.reading(previews::show))
                        .only(Access.EDITORS),
                Route.get("/workshop/suggestions/{dataset}", "workshop-suggestions", front.reading(coverage::suggest))
                        .only(Access.EDITORS),
                Route.post("/workshop/suggestions/{dataset}", "workshop-accept", coverage::accept)
                        .only(Access.EDITORS),
                Route.get("/workshop/coverage/{dataset}", "workshop-coverage", front.reading(coverage::show))
                        .only(Access.EDITORS),
                Route.post(FAMILY + "/proposals", "workshop-propose", front.reading(proposals::propose))
                        .only(Access.EDITORS),
                Route.get(PROPOSAL, "workshop-proposal", front.reading(proposals::show))
                        .only(Access.EDITORS),
                Route.post(PROPOSAL + "/comments", "workshop-comment", front.reading(proposals::comment))
                        .only(Access.EDITORS),
                Route.post(PROPOSAL + "/decision", "workshop-decision", front.reading(proposals::decide))
                        .only(Access.EDITORS));
    }
}
