package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.workshop.Drafting;
import de.stadtgraph.workshop.Drafts;
import de.stadtgraph.workshop.LineDiff;
import de.stadtgraph.workshop.Mark;
import de.stadtgraph.workshop.Part;
import de.stadtgraph.workshop.terms.TermWorkshop;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The page on which a shape family or a vocabulary is edited. Thread-safe.
final class DraftPages {
    private final Drafting drafting;
    private final Optional<TermWorkshop> terms;
    private final String address;

    private DraftPages(Drafting drafting, Optional<TermWorkshop> terms, String address) {
        this.drafting = drafting;
        this.terms = terms;
        this.address = address;
    }

    static DraftPages ofShapes(Drafting shapes) {
        return new DraftPages(shapes, Optional.empty(), "/workshop/shapes");
    }

    static DraftPages ofTerms(TermWorkshop terms) {
        return new DraftPages(terms, Optional.of(terms), "/workshop/vocabularies");
    }

    void edit(Visit visit) {
        page(visit, part(visit.context()), Optional.empty());
    }

    /// Saves what the form holds; a part that somebody changed meanwhile is shown beside it, and nothing is lost.
    void save(Visit visit) {
        Context context = visit.context();
        String name = context.pathParam("family");
        Part part = part(context);
        String text = Families.form(context, "text").replace("\r\n", "\n");
        try {
            drafting.drafts().save(name, part, text, Families.form(context, "tag"));
        } catch (ServerException e) {
            if (e.code() != ErrorCode.PRECONDITION_FAILED) {
                throw e;
            }
            context.status(412);
            page(visit, part, Optional.of(text));
            return;
        }
        context.header("Location", address + "/" + name + "?part=" + part.name())
                .status(303);
    }

    private Part part(Context context) {
        return Families.part(context, drafting.drafts().main());
    }

    private void page(Visit visit, Part part, Optional<String> mine) {
        String name = visit.context().pathParam("family");
        Drafts drafts = drafting.drafts();
        var parts = drafts.parts(name);
        Drafts.Tagged tagged = parts.containsKey(part) ? drafts.part(name, part) : new Drafts.Tagged("", "");
        List<String> names = parts.keySet().stream().map(Part::name).toList();
        boolean main = part.equals(drafts.main());
        var page = new DraftPage(
                frame(visit, name),
                new DraftPage.Place(address, name, part.name()),
                names,
                tagged,
                mine,
                main ? drafting.marks(name) : List.of(),
                drafts.exists(name),
                beside(visit, part, tagged, mine));
        drafting.prepare(name);
        visit.page("shapes-draft", page, List.of());
    }

    private Frame frame(Visit visit, String name) {
        List<Frame.Crumb> crumbs = new ArrayList<>(Families.crumbs(visit));
        if (terms.isPresent()) {
            crumbs.add(new Frame.Crumb(visit.word("terms.title"), address));
        }
        return visit.frame(name, visit.word(terms.isPresent() ? "terms.title" : "shapes.title"), crumbs);
    }

    private DraftPage.Beside beside(Visit visit, Part part, Drafts.Tagged kept, Optional<String> mine) {
        String name = visit.context().pathParam("family");
        return new DraftPage.Beside(
                examples(name),
                drafting.review().changes(name, part),
                mine.map(text -> LineDiff.of(kept.text(), text)).orElseGet(List::of),
                terms.map(workshop -> words(workshop, name)),
                Words.ofScripts(visit),
                visit.editorNonce());
    }

    /// Terms with their uses; nothing of a draft that cannot be read, which has a mark.
    private static DraftPage.Terms words(TermWorkshop workshop, String name) {
        try {
            return new DraftPage.Terms(workshop.effect(name), workshop.terms(name));
        } catch (ServerException _) {
            return new DraftPage.Terms(List.of(), List.of());
        }
    }

    /// A draft that cannot be read has marks; its examples cannot be run.
    private List<Mark> examples(String name) {
        try {
            return drafting.examples(name);
        } catch (ServerException e) {
            return List.of(new Mark(0, 0, true, e.detail()));
        }
    }
}
