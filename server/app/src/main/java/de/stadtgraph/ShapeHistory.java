package de.stadtgraph;

import de.stadtgraph.publication.Release;
import de.stadtgraph.publication.Releases;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dqv;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Sh;
import de.stadtgraph.workshop.MappingRule;
import de.stadtgraph.workshop.ReleaseOutcome;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// What the reports of the last releases say of each shape, and the mapping behind the newest. Reports never
/// change, so those of a dataset are read once for each newest release. Thread-safe.
final class ShapeHistory {
    private static final int MOST_RELEASES = 8;
    private static final Node JUDGED = NodeFactory.createURI(Jmo.NAMESPACE + "denominator");
    private static final Node RESULTS = NodeFactory.createURI(Jmo.NAMESPACE + "resultCount");

    private final Releases releases;
    private final Map<String, List<ReleaseOutcome>> read = new ConcurrentHashMap<>();

    ShapeHistory(Releases releases) {
        this.releases = releases;
    }

    /// The outcomes of the last releases, newest first.
    List<ReleaseOutcome> of(String dataset) {
        List<Release> last =
                releases.list(dataset).stream().limit(MOST_RELEASES).toList();
        List<ReleaseOutcome> before = read.getOrDefault(dataset, List.of());
        if (numbers(before).equals(last.stream().map(Release::number).toList())) {
            return before;
        }
        List<ReleaseOutcome> outcomes = last.stream().map(ShapeHistory::outcome).toList();
        read.put(dataset, outcomes);
        return outcomes;
    }

    private static List<Long> numbers(List<ReleaseOutcome> outcomes) {
        return outcomes.stream().map(ReleaseOutcome::number).toList();
    }

    private static ReleaseOutcome outcome(Release release) {
        Graph report = release.report();
        Map<String, ReleaseOutcome.Count> counts = new TreeMap<>();
        report.find(Node.ANY, Dqv.HAS_QUALITY_MEASUREMENT, Node.ANY)
                .mapWith(statement -> statement.getObject())
                .toList()
                .forEach(measured -> Values.any(report, measured, Sh.SOURCE_SHAPE)
                        .filter(Node::isURI)
                        .ifPresent(shape -> counts.put(
                                shape.getURI(),
                                new ReleaseOutcome.Count(
                                        Values.integer(report, measured, JUDGED).orElse(0L),
                                        Values.integer(report, measured, RESULTS)
                                                .orElse(0L)))));
        return new ReleaseOutcome(release.number(), release.manifest().time(), counts);
    }

    /// The rules of the mapping that made the current release.
    List<MappingRule> rules(String dataset) {
        return releases.current(dataset).flatMap(release -> release.file("mapping.ttl")).stream()
                .flatMap(file -> MappingRules.read(file).rules().stream())
                .map(rule -> new MappingRule(rule.property(), rule.fields(), rule.line()))
                .toList();
    }
}
