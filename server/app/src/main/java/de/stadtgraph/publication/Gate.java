package de.stadtgraph.publication;

import de.stadtgraph.catalog.AccessClass;
import de.stadtgraph.problem.Text;
import de.stadtgraph.publication.Finding.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Decides whether a candidate may become public: blocks of the shapes, the rules P8 and P11, the sanity rules S1–S4.
///
/// Stateless. The counts are exact; names of fields are told, values never.
public final class Gate {
    /// S3: most rejected records, in percent of those read.
    private static final int MOST_REJECTED_PERCENT = 5;

    private Gate() {}

    /// Decides.
    ///
    /// @param subjects number of distinct subjects of the candidate
    /// @param last the current release, if there is one
    public static PublicationDecision decide(Candidate candidate, long subjects, Optional<Release> last) {
        List<Finding> reasons = new ArrayList<>();
        accessClass(candidate).ifPresent(reasons::add);
        candidate.findings().stream()
                .filter(finding -> finding.severity() == Severity.BLOCK)
                .forEach(reasons::add);
        undeclaredFields(candidate).ifPresent(reasons::add);
        nothingMapped(candidate, subjects).ifPresent(reasons::add);
        shrunk(subjects, last).ifPresent(reasons::add);
        candidate.records().flatMap(Gate::manyRejected).ifPresent(reasons::add);
        candidate.records().flatMap(records -> unexpected(candidate, records)).ifPresent(reasons::add);
        if (!reasons.isEmpty()) {
            return new PublicationDecision.Refused(reasons);
        }
        List<Finding> warnings = candidate.findings().stream()
                .filter(finding -> finding.severity() != Severity.INFO)
                .toList();
        return warnings.isEmpty()
                ? new PublicationDecision.Released()
                : new PublicationDecision.ReleasedWithWarnings(warnings);
    }

    /// P8: only open data are ever released.
    private static Optional<Finding> accessClass(Candidate candidate) {
        if (candidate.dataset().accessClass().orElse(AccessClass.INTERNAL) == AccessClass.OPEN) {
            return Optional.empty();
        }
        return block(
                "P8",
                1,
                "Die Zugangsklasse des Datensatzes ist nicht „offen“; nur sein Katalogeintrag ist öffentlich.",
                "The dataset's access class is not \"open\"; only its catalogue entry is public.");
    }

    private static Optional<Finding> undeclaredFields(Candidate candidate) {
        List<String> fields = candidate.undeclaredFields();
        if (fields.isEmpty()) {
            return Optional.empty();
        }
        String names = String.join(", ", fields);
        return block(
                "P11",
                fields.size(),
                "Quellfelder, die weder übernommen noch mit Begründung ausgelassen sind: " + names + ".",
                "Source fields that are neither mapped nor left out with a reason: " + names + ".");
    }

    private static Optional<Finding> nothingMapped(Candidate candidate, long subjects) {
        boolean records = candidate.records().map(RecordCounts::mapped).orElse(1L) > 0;
        return subjects > 0 && records
                ? Optional.empty()
                : block("S1", 1, "Kein einziger Datensatz ergab eine Aussage.", "No record made a statement.");
    }

    private static Optional<Finding> shrunk(long subjects, Optional<Release> last) {
        long before = last.map(Release::subjects).orElse(0L);
        return subjects * 2 >= before
                ? Optional.empty()
                : block(
                        "S2",
                        1,
                        "%d Dinge sind weniger als die Hälfte der letzten Freigabe (%d).".formatted(subjects, before),
                        "%d things are fewer than half of the last release (%d).".formatted(subjects, before));
    }

    private static Optional<Finding> manyRejected(RecordCounts records) {
        if (records.rejected() * 100 <= records.read() * MOST_REJECTED_PERCENT) {
            return Optional.empty();
        }
        return block(
                "S3",
                records.rejected(),
                "%d von %d Datensätzen der Quelle sind nicht lesbar, mehr als %d %%."
                        .formatted(records.rejected(), records.read(), MOST_REJECTED_PERCENT),
                "%d of %d source records cannot be mapped, more than %d %%."
                        .formatted(records.rejected(), records.read(), MOST_REJECTED_PERCENT));
    }

    private static Optional<Finding> unexpected(Candidate candidate, RecordCounts records) {
        var expected = candidate.dataset().expected();
        long least = expected.minimum().orElse(0L);
        long most = expected.maximum().orElse(Long.MAX_VALUE);
        if (candidate.sample() && expected.sample().isPresent()) {
            least = expected.sample().get();
            most = least;
        }
        if (records.read() >= least && records.read() <= most) {
            return Optional.empty();
        }
        String to = most == Long.MAX_VALUE ? "…" : Long.toString(most);
        return block(
                "S4",
                1,
                "%d Datensätze gelesen, erwartet sind %d bis %s.".formatted(records.read(), least, to),
                "%d records read, %d to %s are expected.".formatted(records.read(), least, to));
    }

    private static Optional<Finding> block(String rule, long count, String de, String en) {
        return Optional.of(new Finding(rule, Severity.BLOCK, count, new Text(de, en), List.of()));
    }
}
