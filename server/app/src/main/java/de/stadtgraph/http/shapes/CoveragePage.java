package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;
import de.stadtgraph.http.Prefixes;
import de.stadtgraph.workshop.Coverage;
import de.stadtgraph.workshop.ReleaseOutcome;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.graph.Node;

/// What of a dataset no shape looks at, shapes that look at nothing, and how the results went. Immutable.
///
/// @param base address below which our shapes have their IRIs
/// @param releases the last releases, newest first
public record CoveragePage(Frame frame, String base, String dataset, Coverage coverage, List<ReleaseOutcome> releases) {
    public CoveragePage {
        releases = List.copyOf(releases);
    }

    /// One shape over the releases.
    ///
    /// @param counts results, oldest release first; a dash where the release knew no such shape
    public record Row(String name, String href, List<String> counts) {
        public Row {
            counts = List.copyOf(counts);
        }
    }

    /// The releases in the order of time.
    public List<ReleaseOutcome> oldestFirst() {
        return releases.reversed();
    }

    /// The shapes that found something in any of the releases.
    public List<Row> rows() {
        Set<String> shapes = new TreeSet<>();
        releases.forEach(release -> release.counts().forEach((shape, count) -> {
            if (count.results() > 0) {
                shapes.add(shape);
            }
        }));
        return shapes.stream().map(this::row).toList();
    }

    private Row row(String shape) {
        List<String> counts = oldestFirst().stream()
                .map(release -> release.counts().containsKey(shape)
                        ? frame.phrases().number(release.counts().get(shape).results())
                        : "–")
                .toList();
        return new Row(shape.substring(shape.lastIndexOf('/') + 1), href(shape), counts);
    }

    /// The place of a shape in the register; empty for one that is not there.
    public String href(String shape) {
        return shape.startsWith(base) ? frame.to("/shapes/" + shape.substring(base.length())) : "";
    }

    public String name(Coverage.Idle shape) {
        return shape.name().in(frame.phrases().language());
    }

    public String shortened(Node term) {
        return Prefixes.shorten(term.getURI());
    }

    public String number(long number) {
        return frame.phrases().number(number);
    }
}
