package de.stadtgraph.http.shapes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
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
import de.stadtgraph.workshop.Rule;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The register of shape families, a page for each with Turtle, JSON-LD context and CSV template, and the versions that
/// were adopted. What is adopted shows at once, so nothing here is kept for longer than a minute. Thread-safe.
final class RegisterPages {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PATH = "/shapes/";
    private static final Offer FAMILY = new Offer(
            List.of(MediaTypes.TURTLE, MediaTypes.JSON_LD, MediaTypes.CSV, MediaTypes.HTML), MediaTypes.TURTLE);

    private final Register register;

    RegisterPages(Register register) {
        this.register = register;
    }

    void list(Visit visit) {
        var frame = visit.frame(visit.word("register.title"), "", List.of());
        brief(visit);
        visit.page("shapes-register", new RegisterPage(frame, register.families()), List.of());
    }

    void family(Visit visit) throws JsonProcessingException {
        Offer.Suffixed split = FAMILY.split(visit.context().req().getRequestURI());
        String name = split.path().substring(PATH.length());
        Negotiated negotiated = ContentNegotiation.choose(visit.context(), FAMILY, split.format(), PATH + name);
        Register.Entry entry = register.family(name).orElseThrow(RegisterPages::missing);
        Headers.vary(visit.context(), negotiated);
        brief(visit);
        if (negotiated.isHtml()) {
            page(visit, entry);
            return;
        }
        Format format = negotiated.format();
        String body = format.equals(MediaTypes.CSV)
                ? template(entry)
                : format.equals(MediaTypes.JSON_LD)
                        ? context(entry)
                        : register.turtle(name).orElseThrow(RegisterPages::missing);
        visit.context()
                .header("Content-Disposition", "inline; filename=\"shapes-" + name + "." + format.suffix() + "\"");
        visit.send(negotiated, body.getBytes(StandardCharsets.UTF_8));
    }

    private static void page(Visit visit, Register.Entry entry) {
        List<Link> links = new ArrayList<>();
        for (Format format : FAMILY.formats()) {
            links.add(new Link(PATH + entry.name() + "." + format.suffix(), "alternate", format.mediaType()));
        }
        links.add(Link.of(entry.iri(), "canonical"));
        var frame = visit.frame(
                        entry.title().in(visit.language()),
                        visit.word("register.kind"),
                        List.of(new Frame.Crumb(visit.word("register.title"), "/shapes")))
                .withLinks(links);
        visit.page("shapes-family", new FamilyPage(frame, entry), links);
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

    /// The columns that suppliers of data fill, as the head of a table.
    private static String template(Register.Entry entry) {
        return Stream.concat(Stream.of("id"), columns(entry).map(Rule::column))
                        .distinct()
                        .collect(Collectors.joining(","))
                + "\r\n";
    }

    /// What the columns mean (JSON-LD 1.1, section 3.1).
    private static String context(Register.Entry entry) throws JsonProcessingException {
        ObjectNode document = JSON.createObjectNode();
        ObjectNode context = document.putObject("@context");
        context.put("id", "@id").put("type", "@type");
        columns(entry).forEach(rule -> {
            ObjectNode term = (ObjectNode)
                    Optional.ofNullable(context.get(rule.column())).orElseGet(() -> context.putObject(rule.column()));
            term.put("@id", rule.property());
            if (!rule.datatype().isEmpty()) {
                term.put("@type", rule.datatype());
            } else if (rule.reference()) {
                term.put("@type", "@id");
            }
        });
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document);
    }

    private static Stream<Rule> columns(Register.Entry entry) {
        return entry.rules().stream().filter(rule -> !rule.column().isEmpty());
    }

    private static void brief(Visit visit) {
        visit.context().header("Cache-Control", "public, max-age=60");
    }

    private static ServerException missing() {
        return new ServerException(
                        ErrorCode.NOT_FOUND,
                        new Text("Diese Shape-Familie gibt es nicht.", "There is no such shape family."))
                .with("suggestions", List.of("/shapes"));
    }
}
