package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Access;
import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import de.stadtgraph.workshop.Drafting;
import de.stadtgraph.workshop.Proposal;
import de.stadtgraph.workshop.Workshop;
import de.stadtgraph.workshop.terms.TermWorkshop;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The routes of drafts and proposals, of shapes and of terms.
public final class ShapesRoutes {
    private static final String SHAPES = "/workshop/shapes";
    private static final String TERMS = "/workshop/vocabularies";
    private static final String PROPOSAL = "/workshop/proposals/{number}";

    private ShapesRoutes() {}

    public static List<Route> of(Front front, Workshop workshop, TermWorkshop terms) {
        var proposals = new ProposalPages(
                workshop.review().proposals(), Map.of(Proposal.Kind.SHAPES, workshop, Proposal.Kind.TERMS, terms));
        List<Route> all = new ArrayList<>(shapes(front, workshop, terms));
        all.addAll(drafts(new Kind(SHAPES, "family", workshop, DraftPages.ofShapes(workshop)), front, proposals));
        all.addAll(drafts(new Kind(TERMS, "vocabulary", terms, DraftPages.ofTerms(terms)), front, proposals));
        all.add(Route.get(PROPOSAL, "workshop-proposal", front.reading(proposals::show)));
        all.add(Route.post(PROPOSAL + "/comments", "workshop-comment", front.reading(proposals::comment)));
        all.add(Route.post(PROPOSAL + "/decision", "workshop-decision", front.reading(proposals::decide)));
        return all.stream().map(route -> route.only(Access.EDITORS)).toList();
    }

    private static List<Route> shapes(Front front, Workshop workshop, TermWorkshop terms) {
        var families = new Families(workshop, terms);
        var previews = new Previews(workshop);
        var coverage = new CoveragePages(workshop);
        return List.of(
                Route.get(SHAPES, "workshop-shapes", front.reading(families::show)),
                Route.get(TERMS, "workshop-vocabularies", front.reading(families::vocabularies)),
                Route.get("/workshop/terms", "workshop-terms", front.reading(previews::terms)),
                Route.delete("/workshop/previews/{id}", "workshop-preview-cancel", previews::cancel),
                Route.post(SHAPES + "/{family}/preview", "workshop-preview", front.reading(previews::show)),
                Route.get("/workshop/suggestions/{dataset}", "workshop-suggestions", front.reading(coverage::suggest)),
                Route.post("/workshop/suggestions/{dataset}", "workshop-accept", coverage::accept),
                Route.get("/workshop/coverage/{dataset}", "workshop-coverage", front.reading(coverage::show)));
    }

    /// @param name what the log calls one of them
    private record Kind(String address, String name, Drafting drafting, DraftPages pages) {}

    /// What shape families and vocabularies have in common.
    private static List<Route> drafts(Kind kind, Front front, ProposalPages proposals) {
        String one = kind.address() + "/{family}";
        var drafts = new DraftRoutes(kind.drafting());
        return List.of(
                Route.get(one, "workshop-" + kind.name(), front.reading(kind.pages()::edit)),
                Route.post(one, "workshop-" + kind.name(), front.reading(kind.pages()::save)),
                Route.get(one + "/draft", "workshop-draft", drafts::read),
                Route.put(one + "/draft", "workshop-draft", drafts::write),
                Route.delete(one + "/draft", "workshop-draft", drafts::delete),
                Route.get(one + "/marks", "workshop-marks", front.reading(drafts::marks)),
                Route.post(one + "/marks", "workshop-marks", front.reading(drafts::marks)),
                Route.post(
                        one + "/proposals",
                        "workshop-propose",
                        context -> proposals.propose(context, kind.drafting())));
    }
}
