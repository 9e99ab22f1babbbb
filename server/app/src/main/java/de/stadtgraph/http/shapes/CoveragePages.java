package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Visit;
import de.stadtgraph.workshop.Workshop;
import io.javalin.http.Context;
import java.util.List;

/// What of a dataset no shape looks at, and what the data propose; a proposal is accepted with a click. Thread-safe.
final class CoveragePages {
    private final Workshop workshop;

    CoveragePages(Workshop workshop) {
        this.workshop = workshop;
    }

    void show(Visit visit) {
        String dataset = visit.context().pathParam("dataset");
        var frame = visit.frame(
                visit.word("coverage.title", dataset), visit.word("workshop.title"), Families.crumbs(visit));
        String base = visit.site().iris().base() + "shapes/";
        var page = new CoveragePage(frame, base, dataset, workshop.coverage(dataset), workshop.history(dataset));
        visit.page("shapes-coverage", page, List.of());
    }

    void suggest(Visit visit) {
        String dataset = visit.context().pathParam("dataset");
        Workshop.Suggested suggested = workshop.suggestions(dataset);
        var frame = visit.frame(
                visit.word("shapes.suggestions", dataset), visit.word("workshop.title"), Families.crumbs(visit));
        visit.page("shapes-suggestions", new SuggestionsPage(frame, dataset, suggested), List.of());
    }

    /// Writes a proposal of the data into the draft and leads to the editor.
    void accept(Context context) {
        String family = workshop.accept(context.pathParam("dataset"), Families.form(context, "key"));
        context.header("Location", "/workshop/shapes/" + family).status(303);
    }
}
