package de.stadtgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.Server;
import de.stadtgraph.store.Generation;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.workshop.JudgedDataset;
import de.stadtgraph.workshop.Preview;
import de.stadtgraph.workshop.PreviewWatch;
import de.stadtgraph.workshop.Sample;
import de.stadtgraph.workshop.ShapeChange;
import de.stadtgraph.workshop.ShapesPreview.Forms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `shapes diff`: what a change of a family does to the published data, before it is made.
@Command(
        name = "diff",
        description = {
            "Runs two forms of a shape family on the published datasets and shows new, fixed and unchanged results.",
            "Exit: 0 no dataset would be refused, 2 one would, 1 failed."
        })
final class ShapesDiffCommand extends DataCommand {
    @Parameters(index = "0", paramLabel = "OLD", description = "A family's name, folder or file.")
    private String old = "";

    @Parameters(index = "1", paramLabel = "NEW", description = "A family's folder or file.")
    private String changed = "";

    @Option(names = "--json", description = "Print one JSON line a changed shape and dataset.")
    private boolean json;

    @Option(names = "--samples", paramLabel = "N", description = "Results shown of each shape (default: 3).")
    private int samples = 3;

    ShapesDiffCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        Server server = server();
        ShapeFamily before = ShapesCommands.family(server, old);
        ShapeFamily after = ShapesCommands.family(server, changed);
        try (Generation generation = server.newest()) {
            List<JudgedDataset> datasets = server.datasets().judgedBy(before.name(), generation);
            Preview preview = server.preview().compare(Forms.of(before, after), datasets, new PreviewWatch() {
                @Override
                public void compared(ShapeChange change, int done, int all) {
                    show(change);
                }
            });
            desk.note(preview.sentence().en());
            return preview.refused().isEmpty() ? 0 : Commands.REFUSED;
        }
    }

    private void show(ShapeChange change) {
        if (json) {
            desk.say(json(change));
            return;
        }
        String bound = change.bound() ? "at least " : "";
        desk.say("%s %s (%s): %s%,d new, %,d fixed, %,d unchanged of %,d judged%s"
                .formatted(
                        change.dataset(),
                        change.localName(),
                        severities(change),
                        bound,
                        change.appeared(),
                        change.fixed(),
                        change.unchanged(),
                        change.judged(),
                        change.stopped() ? "; stopped, the others go on" : ""));
        change.samples().stream().limit(samples).forEach(result -> desk.say("  + " + text(result)));
        change.fixedSamples().stream().limit(samples).forEach(result -> desk.say("  - " + text(result)));
    }

    private static String severities(ShapeChange change) {
        String before = change.before().orElse("new");
        String after = change.after().orElse("gone");
        return before.equals(after) ? after : before + " → " + after;
    }

    private static String text(Sample sample) {
        return (sample.thing() + "  " + sample.value()).strip() + "  "
                + sample.message().en();
    }

    private static String json(ShapeChange change) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("dataset", change.dataset());
        line.put("shape", change.shape());
        change.before().ifPresent(severity -> line.put("before", severity));
        change.after().ifPresent(severity -> line.put("after", severity));
        line.put("judged", change.judged());
        line.put("new", change.appeared());
        line.put("fixed", change.fixed());
        line.put("unchanged", change.unchanged());
        line.put("bound", change.bound());
        line.put("stopped", change.stopped());
        line.put("refuses", change.refuses());
        line.put("samples", change.samples().stream().map(Sample::thing).toList());
        line.put("seconds", change.time().toMillis() / 1000.0);
        try {
            return new ObjectMapper().writeValueAsString(line);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a map of texts and numbers is always JSON", e);
        }
    }
}
