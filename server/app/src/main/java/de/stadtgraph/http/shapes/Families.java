package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.workshop.Drafts;
import de.stadtgraph.workshop.LineDiff;
import de.stadtgraph.workshop.Mark;
import de.stadtgraph.workshop.Part;
import de.stadtgraph.workshop.Proposal;
import de.stadtgraph.workshop.Workshop;
import io.javalin.http.Context;
import java.util.List;
import java.util.Optional;

/// The families to choose from, and the page on which one is edited. Thread-safe.
final class Families {
    private final Workshop workshop;

    Families(Workshop workshop) {
        this.workshop = workshop;
    }

    void show(Visit visit) {
        var frame = visit.frame(visit.word("shapes.title"), visit.word("workshop.title"), crumbs(visit));
        List<Proposal> proposals = workshop.proposals().all();
        var page = new FamiliesPage(frame, workshop.families(), proposals, workshop.datasets());
        visit.page("shapes-families", page, List.of());
    }

    void edit(Visit visit) {
        Context context = visit.context();
        page(visit, part(context), Optional.empty());
    }

    /// Saves what the form holds; a part that somebody changed meanwhile is shown beside it, and nothing is lost.
    void save(Visit visit) {
        Context context = visit.context();
        String family = context.pathParam("family");
        Part part = part(context);
        String text = form(context, "text").replace("\r\n", "\n");
        try {
            workshop.drafts().save(family, part, text, form(context, "tag"));
        } catch (ServerException e) {
            if (e.code() != ErrorCode.PRECONDITION_FAILED) {
                throw e;
            }
            context.status(412);
            page(visit, part, Optional.of(text));
            return;
        }
        context.header("Location", "/workshop/shapes/" + family + "?part=" + part.name())
                .status(303);
    }

    private void page(Visit visit, Part part, Optional<String> mine) {
        String family = visit.context().pathParam("family");
        Drafts drafts = workshop.drafts();
        var frame = visit.frame(family, visit.word("shapes.title"), crumbs(visit));
        boolean there = drafts.parts(family).containsKey(part);
        Drafts.Tagged tagged = there ? drafts.part(family, part) : new Drafts.Tagged("", "");
        List<String> names =
                drafts.parts(family).keySet().stream().map(Part::name).toList();
        boolean shapes = part.equals(Part.SHAPES);
        var page = new DraftPage(
                frame,
                family,
                part.name(),
                names,
                tagged,
                mine,
                shapes ? workshop.marks(family) : List.of(),
                drafts.exists(family),
                beside(visit, part, tagged, mine));
        visit.page("shapes-draft", page, List.of());
    }

    private DraftPage.Beside beside(Visit visit, Part part, Drafts.Tagged kept, Optional<String> mine) {
        String family = visit.context().pathParam("family");
        return new DraftPage.Beside(
                examples(family),
                workshop.changes(family, part),
                mine.map(text -> LineDiff.of(kept.text(), text)).orElseGet(List::of),
                Words.ofScripts(visit),
                visit.editorNonce());
    }

    /// A draft that cannot be read has marks; its examples cannot be run.
    private List<Mark> examples(String family) {
        try {
            return workshop.examples(family);
        } catch (ServerException e) {
            return List.of(new Mark(0, 0, true, e.detail()));
        }
    }

    static Part part(Context context) {
        return Optional.ofNullable(context.queryParam("part"))
                .or(() -> Optional.ofNullable(context.formParam("part")))
                .map(Part::new)
                .orElse(Part.SHAPES);
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
