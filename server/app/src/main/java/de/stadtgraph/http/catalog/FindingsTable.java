package de.stadtgraph.http.catalog;

import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.http.Visit;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Sh;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// Every kept result of a release's checks as one line: rule, thing, source file, record, what is wrong. One request.
final class FindingsTable {
    private final Visit visit;
    private final PublishedRelease release;

    FindingsTable(Visit visit, PublishedRelease release) {
        this.visit = visit;
        this.release = release;
    }

    byte[] csv() {
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes(CsvLines.CSV.line(
                List.of("rule", "severity", "thing", "property", "value", "file", "record", "message")));
        Optional<ReleaseDetails> details = visit.site().publications().details(release.dataset(), release.number());
        details.ifPresent(known -> results(known).forEach(line -> bytes.writeBytes(CsvLines.CSV.line(line))));
        release.findings().stream()
                .filter(finding ->
                        finding.rule().startsWith("mapping:") || finding.rule().startsWith("cube:"))
                .forEach(finding -> finding.examples()
                        .forEach(place -> bytes.writeBytes(CsvLines.CSV.line(mapped(finding, place)))));
        return bytes.toByteArray();
    }

    /// What the mapping or a whole table shows: its examples name file and record, or an area.
    private List<String> mapped(PublishedRelease.Finding finding, String place) {
        boolean thing = place.startsWith("http");
        return List.of(
                finding.rule(),
                finding.severity().name().toLowerCase(java.util.Locale.ROOT),
                thing ? place : "",
                "",
                "",
                thing ? "" : place.replaceAll(", record .*", ""),
                thing ? "" : place.replaceAll("(?s).*, record ([0-9]+).*", "$1"),
                finding.message().in(visit.language()));
    }

    private List<List<String>> results(ReleaseDetails details) {
        Graph report = details.report();
        return Values.subjects(report, Rdf.TYPE, Sh.VALIDATION_RESULT).stream()
                .map(result -> line(details, report, result))
                .sorted(Comparator.comparing((List<String> line) -> line.get(0)).thenComparing(line -> line.get(2)))
                .toList();
    }

    private List<String> line(ReleaseDetails details, Graph report, Node result) {
        String focus = text(report, result, Sh.FOCUS_NODE);
        String value = text(report, result, Sh.VALUE);
        String thing = value.startsWith(visit.site().iris().iri("id/")) && !focus.contains("/id/") ? value : focus;
        Optional<ReleaseDetails.Origin> origin = details.origins(thing).stream().findFirst();
        return List.of(
                local(text(report, result, Sh.SOURCE_SHAPE)),
                local(text(report, result, Sh.RESULT_SEVERITY)).toLowerCase(java.util.Locale.ROOT),
                thing,
                text(report, result, Sh.RESULT_PATH),
                value.equals(thing) ? "" : value,
                origin.map(found -> found.source().file()).orElse(""),
                origin.map(found -> Long.toString(found.record())).orElse(""),
                Values.text(report, result, Sh.RESULT_MESSAGE)
                        .map(text -> text.in(visit.language()))
                        .orElse(""));
    }

    private static String text(Graph report, Node result, Node property) {
        return Values.any(report, result, property)
                .map(node -> node.isLiteral() ? node.getLiteralLexicalForm() : node.toString())
                .orElse("");
    }

    /// `trees#Height` of a shape, `Warning` of a severity.
    private static String local(String iri) {
        return iri.contains("/shapes/")
                ? iri.substring(iri.indexOf("/shapes/") + "/shapes/".length())
                : iri.substring(iri.indexOf('#') + 1);
    }
}
