package de.stadtgraph.publication;

import de.stadtgraph.catalog.AccessClass;
import de.stadtgraph.catalog.ExpectedRecords;
import de.stadtgraph.problem.Text;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Decides whether a candidate becomes a release: what the checks found, the access class (P8), unmapped fields (P11)
/// and the sanity rules S1 to S4. Immutable, for many threads.
///
/// A steward may acknowledge P11 and S1 to S4 with a reason; nothing else.
public final class Gate {
    /// Rules that a steward may let pass, with a reason.
    public static final SortedSet<String> ACKNOWLEDGEABLE =
            Collections.unmodifiableSortedSet(new TreeSet<>(Set.of("P11", "S1", "S2", "S3", "S4")));

    private final Clock clock;

    public Gate(Clock clock) {
        this.clock = clock;
    }

    /// Judges a candidate against the dataset's current release.
    ///
    /// @param acknowledged rule → written reason; the decision keeps those of rules that were broken
    public PublicationDecision decide(Candidate candidate, Optional<Release> last, Map<String, String> acknowledged) {
        Instant time = clock.instant();
        List<Finding> found = new ArrayList<>(candidate.findings());
        accessClass(candidate).ifPresent(found::add);
        unmapped(candidate).ifPresent(found::add);
        sanity(candidate, last).forEach(found::add);
        found.sort(Comparator.comparing(Finding::severity).thenComparing(Finding::rule));
        List<Finding> blocking = found.stream()
                .filter(finding -> finding.severity() == Severity.BLOCK)
                .filter(finding -> !isAcknowledged(finding, acknowledged))
                .toList();
        Map<String, String> used = new TreeMap<>(acknowledged);
        used.keySet().retainAll(found.stream().map(Finding::rule).collect(Collectors.toSet()));
        if (!blocking.isEmpty()) {
            return new PublicationDecision.Refused(time, blocking, used);
        }
        List<Finding> warnings = found.stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        return warnings.isEmpty()
                ? new PublicationDecision.Released(time, used)
                : new PublicationDecision.ReleasedWithWarnings(time, warnings, used);
    }

    private static boolean isAcknowledged(Finding finding, Map<String, String> acknowledged) {
        return ACKNOWLEDGEABLE.contains(finding.rule())
                && !acknowledged.getOrDefault(finding.rule(), "").isBlank();
    }

    private static Optional<Finding> accessClass(Candidate candidate) {
        Optional<AccessClass> accessClass = candidate.dataset().accessClass();
        if (accessClass.filter(AccessClass.OPEN::equals).isPresent()) {
            return Optional.empty();
        }
        String stated = accessClass.map(AccessClass::notation).orElse("-");
        return Optional.of(block(
                "P8",
                1,
                new Text(
                        "Nur Datensätze der Zugangsklasse „open“ werden veröffentlicht, angegeben ist: " + stated + ".",
                        "Only datasets of access class “open” are published; stated is: " + stated + ".")));
    }

    private static Optional<Finding> unmapped(Candidate candidate) {
        List<String> fields = candidate.unmappedFields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        Text message = new Text(
                "Felder der Quelle, die weder abgebildet noch mit Grund ausgelassen sind.",
                "Source fields that are neither mapped nor left out with a reason.");
        return Optional.of(new Finding("P11", Severity.BLOCK, fields.size(), message, fields));
    }

    private static List<Finding> sanity(Candidate candidate, Optional<Release> last) {
        List<Finding> found = new ArrayList<>();
        RecordCounts records = candidate.records();
        if (records.mapped() == 0 || candidate.quads().count() == 0) {
            found.add(block("S1", 1, new Text("Kein Datensatz der Quelle wurde abgebildet.", "Nothing was mapped.")));
        }
        last.flatMap(release -> shrunk(candidate, release)).ifPresent(found::add);
        if (records.rejected() * 20 > records.read()) {
            found.add(rejected(records));
        }
        unexpected(candidate).ifPresent(found::add);
        return found;
    }

    private static Optional<Finding> shrunk(Candidate candidate, Release last) {
        long now = candidate.quads().subjects();
        long before = last.manifest().subjects();
        if (now * 2 >= before) {
            return Optional.empty();
        }
        return Optional.of(block(
                "S2",
                before - now,
                new Text(
                        "Weniger als die Hälfte der Dinge der letzten Freigabe: " + now + " statt " + before + ".",
                        "Fewer than half of the things of the last release: " + now + " instead of " + before + ".")));
    }

    private static Finding rejected(RecordCounts records) {
        String share = records.rejected() + " / " + records.read();
        return block(
                "S3",
                records.rejected(),
                new Text(
                        "Mehr als 5 % der Sätze der Quelle wurden abgewiesen: " + share + ".",
                        "More than 5 % of the source records were rejected: " + share + "."));
    }

    private static Optional<Finding> unexpected(Candidate candidate) {
        long read = candidate.records().read();
        ExpectedRecords expected = candidate.dataset().expected();
        Optional<Long> exact = candidate.sample() ? expected.sample() : Optional.empty();
        long least = exact.or(expected::minimum).orElse(0L);
        long most = exact.or(expected::maximum).orElse(Long.MAX_VALUE);
        if (read >= least && read <= most) {
            return Optional.empty();
        }
        String range = least + "–" + (most == Long.MAX_VALUE ? "" : most);
        return Optional.of(block(
                "S4",
                read,
                new Text(
                        read + " Sätze gelesen, erwartet sind " + range + ".",
                        read + " records read, " + range + " are expected.")));
    }

    private static Finding block(String rule, long count, Text message) {
        return new Finding(rule, Severity.BLOCK, count, message, List.of());
    }
}
