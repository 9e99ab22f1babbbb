package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Visit;
import de.stadtgraph.workshop.Part;
import de.stadtgraph.workshop.Proposal;
import de.stadtgraph.workshop.Workshop;
import de.stadtgraph.workshop.terms.TermWorkshop;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// The families and vocabularies to choose from. Thread-safe.
final class Families {
    private final Workshop workshop;
    private final TermWorkshop terms;

    Families(Workshop workshop, TermWorkshop terms) {
        this.workshop = workshop;
        this.terms = terms;
    }

    void vocabularies(Visit visit) {
        var frame = visit.frame(visit.word("terms.title"), visit.word("workshop.title"), crumbs(visit));
        visit.page("workshop-vocabularies", new VocabulariesPage(frame, terms.vocabularies()), List.of());
    }

    void show(Visit visit) {
        var frame = visit.frame(visit.word("shapes.title"), visit.word("workshop.title"), crumbs(visit));
        List<Proposal> proposals = workshop.review().proposals().all();
        var page = new FamiliesPage(frame, workshop.families(), proposals, workshop.datasets());
        visit.page("shapes-families", page, List.of());
    }

    static Part part(Context context, Part main) {
        return Optional.ofNullable(context.queryParam("part"))
                .or(() -> Optional.ofNullable(context.formParam("part")))
                .map(Part::new)
                .orElse(main);
    }

    static String form(Context context, String name) {
        return Optional.ofNullable(context.formParam(name)).orElse("");
    }

    static List<Frame.Crumb> crumbs(Visit visit) {
        return List.of(
                new Frame.Crumb(visit.word("workshop.title"), "/workshop"),
                new Frame.Crumb(visit.word("shapes.title"), "/workshop/shapes"));
    }
}
