package de.stadtgraph.http.shapes;

import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Format;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Headers;
import de.stadtgraph.http.Link;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Offer;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.terms.Modules;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// The register of shape families and modules of the ontology, a page for each with Turtle, JSON-LD context, CSV
/// template and diagram, and the versions of families that were adopted. What is adopted shows at once, so nothing
/// here is kept for longer than a minute. Thread-safe.
final class RegisterPages {
    private static final String FAMILIES = "/shapes/";
    private static final String MODULES = "/def/municipal/module/";
    private static final Offer OFFER = new Offer(
            List.of(MediaTypes.TURTLE, MediaTypes.JSON_LD, MediaTypes.CSV, MediaTypes.SVG, MediaTypes.HTML),
            MediaTypes.TURTLE);

    private final Register register;
    private final Modules modules;

    RegisterPages(Register register, Modules modules) {
        this.register = register;
        this.modules = modules;
    }

    void list(Visit visit) {
        var frame = visit.frame(visit.word("register.title"), "", List.of());
        brief(visit);
        visit.page("shapes-register", new RegisterPage(frame, register.families(), modules.all()), List.of());
    }

    void family(Visit visit) {
        String name = name(visit, FAMILIES);
        Register.Entry entry = register.family(name).orElseThrow(RegisterPages::missing);
        Documented documented = FamilyDocument.of(entry);
        answer(visit, documented, register.turtle(name).orElseThrow(RegisterPages::missing), links -> {
            var frame = frame(visit, documented, "register.kind", links);
            visit.page("shapes-family", new FamilyPage(frame, entry), links);
        });
    }

    void module(Visit visit) {
        String name = name(visit, MODULES);
        Documented documented = modules.named(name).map(ModuleDocument::of).orElseThrow(RegisterPages::missing);
        answer(visit, documented, modules.turtle(name).orElseThrow(RegisterPages::missing), links -> {
            var frame = frame(visit, documented, "register.module", links);
            visit.page("ontology-module", new ModulePage(frame, documented), links);
        });
    }

    /// Sends the page.
    private interface Page {
        void send(List<Link> links);
    }

    private static String name(Visit visit, String folder) {
        String path = OFFER.split(visit.context().req().getRequestURI()).path();
        return path.substring(folder.length());
    }

    private static void answer(Visit visit, Documented documented, String turtle, Page page) {
        Offer.Suffixed split = OFFER.split(visit.context().req().getRequestURI());
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), OFFER, split.format(), documented.place());
        Headers.vary(visit.context(), negotiated);
        brief(visit);
        if (negotiated.isHtml()) {
            page.send(links(documented));
            return;
        }
        String suffix = negotiated.format().suffix();
        String file = documented.place().substring(1).replace('/', '-') + "." + suffix;
        visit.context().header("Content-Disposition", "inline; filename=\"" + file + "\"");
        String body = switch (suffix) {
            case "csv" -> documented.template();
            case "jsonld" -> documented.context();
            case "svg" -> documented.svg(visit.phrases());
            default -> turtle;
        };
        visit.send(negotiated, body.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Link> links(Documented documented) {
        List<Link> links = new ArrayList<>();
        for (Format format : OFFER.formats()) {
            links.add(new Link(documented.place() + "." + format.suffix(), "alternate", format.mediaType()));
        }
        links.add(Link.of(documented.iri(), "canonical"));
        return links;
    }

    private static Frame frame(Visit visit, Documented documented, String kind, List<Link> links) {
        return visit.frame(
                        documented.title().in(visit.language()),
                        visit.word(kind),
                        List.of(new Frame.Crumb(visit.word("register.title"), "/shapes")))
                .withLinks(links);
    }

    /// An adopted version as Turtle; it never changes.
    void version(Visit visit) {
        String name = visit.context().pathParam("family");
        String version = visit.context().pathParam("version").replaceFirst("\\.ttl$", "");
        String turtle = register.turtle(name, version).orElseThrow(RegisterPages::missing);
        visit.context()
                .header("Cache-Control", "public, max-age=86400")
                .contentType(MediaTypes.TURTLE.contentType())
                .result(turtle.getBytes(StandardCharsets.UTF_8));
    }

    private static void brief(Visit visit) {
        visit.context().header("Cache-Control", "public, max-age=60");
    }

    private static ServerException missing() {
        return new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text("Das steht nicht im Verzeichnis.", "The register does not have this."))
                .with("suggestions", List.of("/shapes"));
    }
}
