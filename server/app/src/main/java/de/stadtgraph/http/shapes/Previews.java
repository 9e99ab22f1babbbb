package de.stadtgraph.http.shapes;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.Frame;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.Language;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.workshop.Preview;
import de.stadtgraph.workshop.PreviewWatch;
import de.stadtgraph.workshop.Sample;
import de.stadtgraph.workshop.ShapeChange;
import de.stadtgraph.workshop.Workshop;
import io.javalin.http.Context;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What a draft would do, and what the data propose. Thread-safe.
final class Previews {
    /// Time of a whole preview; what is not judged by then is said to be missing.
    static final Duration TIME = Duration.ofSeconds(60);

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workshop workshop;
    private final RunningPreviews running = new RunningPreviews();

    Previews(Workshop workshop) {
        this.workshop = workshop;
    }

    /// The terms that exist, for completion.
    void terms(Visit visit) {
        ArrayNode terms = JSON.createArrayNode();
        workshop.terms()
                .forEach((iri, label) -> terms.addObject()
                        .put("name", Prefixes.shorten(iri))
                        .put("de", label.de())
                        .put("en", label.en()));
        visit.context().contentType("application/json").result(terms.toString());
    }

    /// Ends a preview that runs; who knows its id may.
    void cancel(Context context) {
        if (!running.cancel(context.pathParam("id"))) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND, new Text("Diese Prüfung läuft nicht.", "This preview does not run."));
        }
        context.status(204);
    }

    void show(Visit visit) throws IOException {
        String family = visit.context().pathParam("family");
        if (StreamedPreview.isWanted(visit.context())) {
            new StreamedPreview(workshop, running, visit, origins(visit)).run(family);
            return;
        }
        Negotiated negotiated = ContentNegotiation.choose(
                visit.context(), MediaTypes.PAGE_OR_JSON, Optional.empty(), "/workshop/shapes/" + family + "/preview");
        long end = System.nanoTime() + TIME.toNanos();
        Preview preview = workshop.preview(family, new PreviewWatch() {
            @Override
            public boolean cancelled() {
                return System.nanoTime() > end;
            }
        });
        List<String> examples = workshop.examples(family).stream()
                .map(mark -> mark.message().in(visit.language()))
                .toList();
        if (!negotiated.isHtml()) {
            visit.send(negotiated, JSON.writeValueAsBytes(json(preview, examples, visit.language())));
            return;
        }
        List<Frame.Crumb> crumbs = new ArrayList<>(Families.crumbs(visit));
        crumbs.add(new Frame.Crumb(family, "/workshop/shapes/" + family));
        var frame = visit.frame(visit.word("shapes.preview"), family, crumbs);
        var page = new PreviewPage(frame, family, preview, examples, workshop.nextVersion(family), origins(visit));
        visit.page("shapes-preview", page, List.of());
    }

    private static ObjectNode json(Preview preview, List<String> examples, Language language) {
        ObjectNode json = JSON.createObjectNode()
                .put("sentence", preview.sentence().in(language))
                .put("complete", !preview.cancelled())
                .put("new", preview.appeared())
                .put("fixed", preview.fixed())
                .put("unchanged", preview.unchanged());
        preview.refused().forEach(json.putArray("refused")::add);
        examples.forEach(json.putArray("examples")::add);
        ArrayNode changes = json.putArray("changes");
        preview.changes().forEach(change -> changes.add(json(change, language)));
        return json;
    }

    Origins origins(Visit visit) {
        return new Origins(visit.site().iris().base(), workshop::rules);
    }

    static ObjectNode json(ShapeChange change, Language language) {
        ObjectNode json = JSON.createObjectNode()
                .put("dataset", change.dataset())
                .put("shape", change.shape())
                .put("name", change.name().in(language))
                .put("hint", change.repairHint().in(language))
                .put("before", change.before().orElse(null))
                .put("after", change.after().orElse(null))
                .put("judged", change.judged())
                .put("new", change.appeared())
                .put("fixed", change.fixed())
                .put("unchanged", change.unchanged())
                .put("bound", change.bound())
                .put("stopped", change.stopped())
                .put("refuses", change.refuses());
        samples(json.putArray("samples"), change.samples(), language);
        samples(json.putArray("fixedSamples"), change.fixedSamples(), language);
        return json;
    }

    private static void samples(ArrayNode array, List<Sample> samples, Language language) {
        samples.forEach(sample -> array.addObject()
                .put("thing", sample.thing())
                .put("path", sample.path())
                .put("value", sample.value())
                .put("constraint", sample.constraint())
                .put("message", sample.message().in(language)));
    }
}
