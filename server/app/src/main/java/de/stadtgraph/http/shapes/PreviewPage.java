package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.workshop.Preview;
import de.stadtgraph.workshop.Sample;
import de.stadtgraph.workshop.ShapeChange;
import java.util.List;

/// What a draft would do. Immutable.
///
/// @param examples what is wrong with the examples
/// @param version version the family would have
public record PreviewPage(
        Frame frame, String family, Preview preview, List<String> examples, String version, Origins origins) {
    public PreviewPage {
        examples = List.copyOf(examples);
    }

    public String sentence() {
        return preview.sentence().in(frame.phrases().language());
    }

    public String name(ShapeChange change) {
        return change.name().in(frame.phrases().language());
    }

    public String hint(ShapeChange change) {
        return change.repairHint().in(frame.phrases().language());
    }

    public String message(Sample sample) {
        return sample.message().in(frame.phrases().language());
    }

    /// `warning → violation`, or one of them where nothing changes.
    public String severities(ShapeChange change) {
        String before = change.before().orElse(frame.word("shapes.new"));
        String after = change.after().orElse(frame.word("shapes.gone"));
        return before.equals(after) ? after : before + " → " + after;
    }

    /// The page of a thing, and the page that tells where it comes from, below this server; empty for a foreign IRI.
    public String path(Sample sample, String kind) {
        String path = origins.path(sample, kind);
        return path.isEmpty() ? "" : frame.to(path);
    }

    /// The rule of the mapping behind a value; empty where none is known.
    public String rule(ShapeChange change, Sample sample) {
        return origins.rule(change.dataset(), sample, frame.phrases());
    }
}
