package de.stadtgraph.http.catalog;

import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;

/// What is measured when somebody looks, since it depends on the day or on the catalogue entry: age against the
/// promised
/// rhythm, files that are there, and the entry itself as the European portal scores it (Metadata Quality Assessment).
///
/// @param dataset the dataset as its release describes it
/// @param release its release
record LiveMeasurements(Dataset dataset, PublishedRelease release) {
    /// Days between two deliveries, by the notation of the EU frequency; where a rhythm is not here nothing is
    /// measured.
    private static final Map<String, Integer> DAYS =
            Map.of("DAILY", 1, "WEEKLY", 7, "MONTHLY", 31, "QUARTERLY", 92, "ANNUAL_2", 184, "ANNUAL", 366);

    private static final String DCAT_AP = "http://data.europa.eu/r5r/";
    private static final String AUTHORITY = "http://publications.europa.eu/resource/authority/";

    List<PublishedRelease.QualityValue> at(Instant now) {
        List<PublishedRelease.QualityValue> values = new ArrayList<>();
        timeliness(now).ifPresent(values::add);
        values.add(files());
        values.add(findability());
        values.add(accessibility());
        values.add(interoperability());
        values.add(reusability());
        values.add(contextuality());
        return values;
    }

    /// 1 until the promised time is over, 0 when three times of it have gone by; in days, so that it can be checked.
    private Optional<PublishedRelease.QualityValue> timeliness(Instant now) {
        return Values.any(dataset.record(), dataset.node(), Dct.ACCRUAL_PERIODICITY)
                .filter(Node::isURI)
                .map(rhythm -> rhythm.getURI().substring(rhythm.getURI().lastIndexOf('/') + 1))
                .map(DAYS::get)
                .map(days -> {
                    long age = Math.max(0, Duration.between(release.time(), now).toDays());
                    long left = Math.clamp(3L * days - age, 0, 2L * days);
                    return value(
                            "age-against-rhythm",
                            "timeliness",
                            new Text(
                                    "Alter von " + age + " Tagen gegen den Rhythmus von " + days + " Tagen",
                                    "Age of " + age + " days against the rhythm of " + days + " days"),
                            new long[] {left, 2L * days});
                });
    }

    private PublishedRelease.QualityValue files() {
        long there = release.files().stream().filter(LiveMeasurements::isThere).count();
        return value(
                "distributions-that-answer",
                "accessibility",
                new Text("Dateien, die zu haben sind", "Files that can be had"),
                new long[] {there, Math.max(1, release.files().size())});
    }

    private static boolean isThere(PublishedRelease.Download file) {
        try {
            return Files.size(file.file()) == file.bytes();
        } catch (IOException e) {
            return false;
        }
    }

    private PublishedRelease.QualityValue findability() {
        return score(
                "findability",
                new Text("Auffindbarkeit des Katalogeintrags", "Findability of the catalogue entry"),
                points(has(Dcat.KEYWORD), 30),
                points(has(Dcat.THEME), 30),
                points(has(Dct.SPATIAL), 20),
                points(has(dct("temporal")), 20));
    }

    private PublishedRelease.QualityValue accessibility() {
        return score(
                "metadata-accessibility",
                new Text("Zugänglichkeit nach dem Katalogeintrag", "Accessibility by the catalogue entry"),
                points(all(Dcat.ACCESS_URL), 50),
                points(all(Dcat.DOWNLOAD_URL), 20),
                points(release.files().stream().allMatch(LiveMeasurements::isThere), 30));
    }

    private PublishedRelease.QualityValue interoperability() {
        return score(
                "metadata-interoperability",
                new Text("Interoperabilität nach dem Katalogeintrag", "Interoperability by the catalogue entry"),
                points(all(Dct.FORMAT), 20),
                points(all(Dcat.MEDIA_TYPE), 10),
                points(inList(Dct.FORMAT, AUTHORITY + "file-type/"), 10),
                points(all(Dct.FORMAT), 20),
                points(all(Dct.FORMAT), 20),
                points(all(Dct.LICENSE) && has(Dct.PUBLISHER) && has(Dcat.CONTACT_POINT), 30));
    }

    private PublishedRelease.QualityValue reusability() {
        return score(
                "reusability",
                new Text("Nachnutzbarkeit nach dem Katalogeintrag", "Reusability by the catalogue entry"),
                points(all(Dct.LICENSE), 20),
                points(inList(Dct.LICENSE, "http://dcat-ap.de/def/licenses/"), 10),
                points(has(Dct.ACCESS_RIGHTS), 10),
                points(
                        Values.all(record(), dataset.node(), Dct.ACCESS_RIGHTS).stream()
                                .anyMatch(node -> node.toString().startsWith(AUTHORITY + "access-right/")),
                        5),
                points(has(Dcat.CONTACT_POINT), 20),
                points(has(Dct.PUBLISHER), 10));
    }

    private PublishedRelease.QualityValue contextuality() {
        return score(
                "contextuality",
                new Text("Kontext im Katalogeintrag", "Context in the catalogue entry"),
                points(all(NodeFactory.createURI(DCAT_AP + "availability")), 5),
                points(distributions().stream().anyMatch(file -> record().contains(file, Dcat.BYTE_SIZE, Node.ANY)), 5),
                points(has(Dct.ISSUED), 5),
                points(has(Dct.MODIFIED), 5));
    }

    private static long[] points(boolean met, long points) {
        return new long[] {met ? points : 0, points};
    }

    private static PublishedRelease.QualityValue score(String notation, Text name, long[]... points) {
        long reached = 0;
        long all = 0;
        for (long[] each : points) {
            reached += each[0];
            all += each[1];
        }
        return value(notation, "metadata", name, new long[] {reached, all});
    }

    private static PublishedRelease.QualityValue value(String notation, String dimension, Text name, long[] fraction) {
        return new PublishedRelease.QualityValue(name, notation, dimension, Optional.empty(), fraction[0], fraction[1]);
    }

    private Graph record() {
        return dataset.record();
    }

    private List<Node> distributions() {
        return Values.all(record(), dataset.node(), Dcat.DISTRIBUTION);
    }

    private boolean has(Node property) {
        return record().contains(dataset.node(), property, Node.ANY);
    }

    private boolean all(Node property) {
        return !distributions().isEmpty()
                && distributions().stream().allMatch(file -> record().contains(file, property, Node.ANY));
    }

    private boolean inList(Node property, String list) {
        return distributions().stream()
                .flatMap(file -> Values.all(record(), file, property).stream())
                .allMatch(node -> node.toString().startsWith(list));
    }

    private static Node dct(String name) {
        return NodeFactory.createURI(Dct.NAMESPACE + name);
    }
}
