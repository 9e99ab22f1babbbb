package de.stadtgraph.http.shapes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.http.Visit;
import de.stadtgraph.workshop.Preview;
import de.stadtgraph.workshop.PreviewWatch;
import de.stadtgraph.workshop.Sample;
import de.stadtgraph.workshop.ShapeChange;
import de.stadtgraph.workshop.Workshop;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/// A preview told while it runs: one JSON object a line, first how far it is, then each shape while (`begun`) and as
/// soon as (`change`) it is compared, at the end the sentence. A caller who leaves ends it. Used by one thread, for one
/// request.
final class StreamedPreview {
    static final String TYPE = "application/x-ndjson";
    private static final Duration PULSE = Duration.ofMillis(300);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Workshop workshop;
    private final RunningPreviews running;
    private final Visit visit;
    private final Origins origins;

    StreamedPreview(Workshop workshop, RunningPreviews running, Visit visit, Origins origins) {
        this.workshop = workshop;
        this.running = running;
        this.visit = visit;
        this.origins = origins;
    }

    static boolean isWanted(Context context) {
        return Optional.ofNullable(context.header("Accept")).orElse("").contains(TYPE);
    }

    void run(String family) throws IOException {
        Context context = visit.context();
        workshop.check(family);
        AtomicBoolean wish = running.begin(Optional.ofNullable(context.header("Query-Id")));
        context.contentType(TYPE);
        context.header("Cache-Control", "no-store");
        try (OutputStream out = context.res().getOutputStream()) {
            var telling = new Telling(out, wish);
            telling.tell(JSON.createObjectNode().put("done", 0).put("all", 1));
            Preview preview = workshop.preview(family, telling);
            telling.tell(JSON.createObjectNode()
                    .put("sentence", preview.sentence().in(visit.language()))
                    .put("complete", !preview.cancelled())
                    .put("new", preview.appeared())
                    .put("fixed", preview.fixed())
                    .put("unchanged", preview.unchanged())
                    .put("version", workshop.nextVersion(family)));
        } finally {
            running.end(wish);
        }
    }

    /// Writes what is found, and a pulse while nothing is.
    private final class Telling implements PreviewWatch {
        private final OutputStream out;
        private final AtomicBoolean wish;
        private final long end = System.nanoTime() + Previews.TIME.toNanos();
        private long told = System.nanoTime();
        private int done;
        private int all = 1;
        private String begun = "";

        Telling(OutputStream out, AtomicBoolean wish) {
            this.out = out;
            this.wish = wish;
        }

        @Override
        public void compared(ShapeChange change, int compared, int comparisons) {
            done = compared;
            all = comparisons;
            tell(counts().set("change", json(change)));
        }

        /// The first results at once, those that follow at each pulse.
        @Override
        public void begun(ShapeChange soFar) {
            boolean first = !soFar.shape().equals(begun);
            if (first || System.nanoTime() - told > PULSE.toNanos()) {
                begun = soFar.shape();
                tell(counts().set("begun", json(soFar)));
            }
        }

        private ObjectNode counts() {
            return JSON.createObjectNode().put("done", done).put("all", all);
        }

        private ObjectNode json(ShapeChange change) {
            ObjectNode json = Previews.json(change, visit.language());
            for (int at = 0; at < change.samples().size(); at++) {
                link(
                        (ObjectNode) json.withArray("samples").get(at),
                        change,
                        change.samples().get(at));
            }
            return json;
        }

        /// Where a thing leads: its page, the page that tells where it comes from, the rule that made the value.
        private void link(ObjectNode json, ShapeChange change, Sample sample) {
            json.put("page", origins.path(sample, "/doc/"))
                    .put("origin", origins.path(sample, "/lineage/"))
                    .put("rule", origins.rule(change.dataset(), sample, visit.phrases()));
        }

        @Override
        public boolean cancelled() {
            long now = System.nanoTime();
            if (now - told > PULSE.toNanos() && !wish.get()) {
                tell(counts());
            }
            return wish.get() || now > end;
        }

        /// A line that nobody takes ends the preview.
        void tell(JsonNode line) {
            told = System.nanoTime();
            try {
                out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            } catch (IOException _) {
                wish.set(true);
            }
        }
    }
}
