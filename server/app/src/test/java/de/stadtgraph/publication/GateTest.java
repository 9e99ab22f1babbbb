package de.stadtgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.catalog.AccessClass;
import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.ExpectedRecords;
import de.stadtgraph.problem.Text;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private final Gate gate = new Gate(Clock.fixed(City.TIME, ZoneOffset.UTC));

    @TempDir
    private Path work;

    @Test
    void aCandidateWithoutFindingsIsReleased() {
        assertThat(decide(candidate())).isEqualTo(City.released());
    }

    @Test
    void anInfoIsNoReason() {
        assertThat(decide(with(List.of(finding("length", Severity.INFO)), List.of()))
                        .outcome())
                .isEqualTo("released");
    }

    @Test
    void violationsAndWarningsArePublishedWithTheData() {
        var decision = decide(
                with(List.of(finding("P12", Severity.WARNING), finding("range", Severity.VIOLATION)), List.of()));
        assertThat(decision.outcome()).isEqualTo("released-with-warnings");
        assertThat(decision.reasons()).extracting(Finding::rule).containsExactly("range", "P12");
    }

    @Test
    void aBlockRefusesAndNobodyCanAcknowledgeIt() {
        Candidate blocked = with(List.of(finding("P3", Severity.BLOCK)), List.of());
        assertRefused(decide(blocked), "P3");
        assertRefused(gate.decide(blocked, Optional.empty(), Map.of("P3", "we know")), "P3");
    }

    @Test
    void unmappedFieldsRefuseUntilAcknowledgedWithAReason() {
        Candidate unmapped = with(List.of(), List.of("namlr", "objectid"));
        assertRefused(decide(unmapped), "P11");
        assertThat(decide(unmapped).reasons().getFirst().examples()).containsExactly("namlr", "objectid");
        assertRefused(gate.decide(unmapped, Optional.empty(), Map.of("P11", " ")), "P11");
        assertThat(gate.decide(unmapped, Optional.empty(), Map.of("P11", "two new columns, both empty"))
                        .outcome())
                .isEqualTo("released-with-warnings");
    }

    @Test
    void onlyOpenDataArePublished() {
        for (var accessClass : List.of(
                Optional.of(AccessClass.INTERNAL), Optional.of(AccessClass.PERSONAL), Optional.<AccessClass>empty())) {
            Dataset closed = City.dataset("trees", accessClass, ExpectedRecords.UNKNOWN);
            assertRefused(decide(City.candidate(closed, City.quads(work, City.trees(0, 10)))), "P8");
        }
    }

    @Test
    void nothingMappedIsRefused() {
        assertRefused(decide(counted(new RecordCounts(100, 0, 0))), "S1");
        assertRefused(decide(City.candidate(City.open("trees"), City.quads(work, List.of()))), "S1");
    }

    @Test
    void fewerThanHalfOfTheSubjectsOfTheLastReleaseAreRefused() {
        try (FolderLock lock = DataFolder.open(work.resolve("data")).lock("test")) {
            var publisher = new Publisher(DataFolder.open(work.resolve("data")), City.IRIS, lock);
            Release last = publisher.publish(
                    City.candidate(City.open("trees"), City.quads(work, City.trees(0, 20))), City.released());
            assertThat(gate.decide(candidate(), Optional.of(last), Map.of()).outcome())
                    .isEqualTo("released");
            Candidate nine = City.candidate(City.open("trees"), City.quads(work, City.trees(0, 9)));
            assertRefused(gate.decide(nine, Optional.of(last), Map.of()), "S2");
            Candidate sample =
                    City.candidate(City.open("trees"), nine.quads(), City.inputs("d", true), new RecordCounts(9, 9, 0));
            assertRefused(gate.decide(sample, Optional.of(last), Map.of()), "S2");
        }
    }

    @Test
    void moreThanFivePercentRejectedAreRefused() {
        assertThat(decide(counted(new RecordCounts(100, 95, 5))).outcome()).isEqualTo("released");
        assertRefused(decide(counted(new RecordCounts(100, 94, 6))), "S3");
    }

    @Test
    void recordsOutsideTheExpectedRangeAreRefused() {
        assertRefused(decide(expected(false, 49)), "S4");
        assertThat(decide(expected(false, 50)).outcome()).isEqualTo("released");
        assertThat(decide(expected(false, 80)).outcome()).isEqualTo("released");
        assertRefused(decide(expected(false, 81)), "S4");
    }

    @Test
    void aSampleHasExactlyTheNumberStated() {
        assertThat(decide(expected(true, 7)).outcome()).isEqualTo("released");
        assertRefused(decide(expected(true, 6)), "S4");
        assertRefused(decide(expected(true, 60)), "S4");
    }

    @Test
    void theDecisionNamesRuleAndCountInPublicAndExamplesToTheSteward() {
        Candidate blocked = with(List.of(finding("P3", Severity.BLOCK)), List.of());
        var record = new DecisionRecord(blocked, decide(blocked), City.IRIS);
        assertThat(record.publicJson().toString()).contains("\"P3\"").doesNotContain("cell-1");
        assertThat(record.json().toString()).contains("cell-1", "cell-5").doesNotContain("cell-6");
        assertThat(record.graph().find().toList())
                .noneMatch(triple ->
                        triple.getSubject().isBlank() || triple.getObject().isBlank())
                .anyMatch(triple -> triple.getObject().toString().endsWith("kos/publication-outcome/refused"));
    }

    private PublicationDecision decide(Candidate candidate) {
        return gate.decide(candidate, Optional.empty(), Map.of());
    }

    private static void assertRefused(PublicationDecision decision, String rule) {
        assertThat(decision).isInstanceOf(PublicationDecision.Refused.class);
        assertThat(decision.reasons()).extracting(Finding::rule).containsExactly(rule);
    }

    private Candidate candidate() {
        return City.candidate(City.open("trees"), City.quads(work, City.trees(0, 10)));
    }

    private Candidate counted(RecordCounts records) {
        return City.candidate(
                City.open("trees"), City.quads(work, City.trees(0, 10)), City.inputs("d", false), records);
    }

    private Candidate expected(boolean sample, long read) {
        var range = new ExpectedRecords(Optional.of(50L), Optional.of(80L), Optional.of(7L));
        Dataset dataset = City.dataset("trees", Optional.of(AccessClass.OPEN), range);
        return City.candidate(
                dataset,
                City.quads(work, City.trees(0, 10)),
                City.inputs("d", sample),
                new RecordCounts(read, read, 0));
    }

    private Candidate with(List<Finding> findings, List<String> unmapped) {
        Candidate plain = candidate();
        return new Candidate(
                plain.dataset(),
                plain.quads(),
                plain.inputs(),
                plain.records(),
                unmapped,
                findings,
                plain.report(),
                plain.reportSummary(),
                plain.measurements(),
                plain.lineage(),
                plain.triplesMaps(),
                Optional.empty());
    }

    private static Finding finding(String rule, Severity severity) {
        List<String> examples = List.of("cell-1", "cell-2", "cell-3", "cell-4", "cell-5", "cell-6");
        return new Finding(rule, severity, 6, Text.same("found"), examples);
    }
}
