package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.Addresses;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.http.Visit;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.NodeFactory;

/// The findings of a release with the way from each example to its page and to the record it comes from. Stateless.
public final class Findings {
    private Findings() {}

    /// A finding as a page shows it.
    public record Shown(PublishedRelease.Finding finding, List<Example> examples) {}

    /// One place of a finding.
    ///
    /// @param label what it is called
    /// @param href its page; empty for a place that has none
    /// @param receipt the page of its receipt; empty where the run kept none
    /// @param record file and number of the record; absent where the run kept none
    public record Example(String label, String href, String receipt, Optional<ReleaseDetails.Origin> record) {}

    /// The findings of the current release.
    static List<Shown> of(Visit visit, Dataset dataset) {
        return DatasetRequests.current(visit, dataset)
                .map(release -> of(visit, release))
                .orElse(List.of());
    }

    static List<Shown> of(Visit visit, PublishedRelease release) {
        Optional<ReleaseDetails> details = visit.site().publications().details(release.dataset(), release.number());
        return release.findings().stream()
                .map(finding -> new Shown(
                        finding,
                        finding.examples().stream()
                                .map(example -> example(visit, details, example))
                                .toList()))
                .toList();
    }

    private static Example example(Visit visit, Optional<ReleaseDetails> details, String example) {
        if (!example.matches("https?://\\S+")) {
            return new Example(example, "", "", Optional.empty());
        }
        String href = visit.hrefs().local(example).orElseGet(() -> "/resource?iri=" + Addresses.encode(example));
        Optional<ReleaseDetails.Origin> record =
                details.flatMap(known -> known.origins(example).stream().findFirst());
        String receipt = visit.site()
                .iris()
                .pathOf(example)
                .filter(path -> path.startsWith("/id/") && record.isPresent())
                .map(path -> "/lineage/" + path.substring("/id/".length()))
                .orElse("");
        return new Example(visit.labels().of(NodeFactory.createURI(example)).text(), href, receipt, record);
    }
}
