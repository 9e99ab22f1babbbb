package de.stadtgraph.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Spdx;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PublisherTest {
    @TempDir
    private Path work;

    private DataFolder folder;
    private FolderLock lock;
    private Publisher publisher;
    private Releases releases;

    @BeforeEach
    void openFolder() {
        folder = DataFolder.open(work.resolve("data"));
        lock = folder.lock("test");
        publisher = new Publisher(folder, City.IRIS, lock);
        releases = new Releases(folder, City.IRIS);
    }

    @AfterEach
    void giveBack() {
        lock.close();
    }

    @Test
    void whatWasPublishedIsReadBack() throws IOException {
        Release made = publish("trees", City.trees(0, 10));
        Release read = releases.current("trees").orElseThrow();
        assertThat(read).isEqualTo(made);
        assertThat(read.manifest().quads()).isEqualTo(20);
        assertThat(read.manifest().subjects()).isEqualTo(10);
        assertThat(read.number()).isEqualTo(1);
        assertThat(lines(read.quads()))
                .hasSize(20)
                .allMatch(line -> line.endsWith(" <https://data.city.example/graph/trees> ."));
        read.verify();
        assertThat(releases.states().current().releases()).isEqualTo(Map.of("trees", 1L));
        assertThat(releases.files(releases.states().current()).releases()).hasSize(1);
    }

    @Test
    void aStateWhoseRehearsalFailsIsNotCommitted() {
        publish("trees", City.trees(0, 10));
        List<Long> rehearsed = new ArrayList<>();
        publisher = new Publisher(folder, City.IRIS, lock, next -> {
            rehearsed.add(next.state());
            assertThat(next.releases()).singleElement().satisfies(file -> {
                assertThat(file.number()).isEqualTo(2);
                assertThat(file.quads()).exists();
            });
            throw new IllegalStateException("a query does not answer");
        });

        assertThatThrownBy(() -> publish("trees", City.trees(0, 11))).hasMessage("a query does not answer");

        assertThat(rehearsed).containsExactly(2L);
        assertThat(releases.states().current().number()).isEqualTo(1);
        publisher = new Publisher(folder, City.IRIS, lock);
        assertThat(publish("trees", City.trees(0, 12)).number())
                .as("a number never means two things")
                .isEqualTo(3);
    }

    @Test
    void theCatalogueRecordHasVersionSizeAndChecksum() {
        Release made = publish("trees", City.trees(0, 10));
        FileDigest digest = Objects.requireNonNull(made.manifest().files().get("quads.nq.gz"));
        Node packed = City.IRIS.distribution("trees", "nq");
        var record = made.record();
        assertThat(record.find(packed, Dcat.BYTE_SIZE, Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralLexicalForm())
                .isEqualTo(Long.toString(digest.size()));
        Node checksum = record.find(packed, Spdx.CHECKSUM, Node.ANY).next().getObject();
        assertThat(record.find(checksum, Spdx.CHECKSUM_VALUE, Node.ANY)
                        .next()
                        .getObject()
                        .getLiteralLexicalForm())
                .isEqualTo(digest.sha256());
        assertThat(record.contains(packed, Dcat.ACCESS_URL, Node.ANY)).isTrue();
        assertThat(record.contains(City.IRIS.dataset("trees"), Dcat.VERSION, Node.ANY))
                .isTrue();
    }

    @Test
    void theSameContentInAnyOrderIsTheSameBytes() throws IOException {
        List<String> lines = City.trees(0, 500);
        Release one = publish("trees", lines);
        List<String> mixed = new ArrayList<>(lines);
        mixed.addAll(lines.subList(0, 100));
        Collections.shuffle(mixed, new Random(7));
        Release two = publish("trees", mixed);
        assertThat(Files.mismatch(one.quads(), two.quads())).isEqualTo(-1);
        assertThat(two.manifest().added()).isZero();
        assertThat(two.manifest().removed()).isZero();
    }

    @Test
    void sortingWithLittleMemoryGivesTheSame() throws IOException {
        List<String> lines = City.trees(0, 3000);
        Collections.shuffle(lines, new Random(8));
        Path raw = Files.write(work.resolve("raw.nt"), lines);
        SortedQuads much = SortedQuads.sort(raw, work.resolve("much.nt"));
        SortedQuads little = SortedQuads.sort(raw, work.resolve("little.nt"), 4000);
        assertThat(Files.mismatch(much.file(), little.file())).isEqualTo(-1);
        assertThat(little.sha256()).isEqualTo(much.sha256());
        try (var rest = Files.list(work)) {
            assertThat(rest).noneMatch(file -> file.toString().endsWith(".tmp"));
        }
    }

    @Test
    void aBlankNodeIsNotPublished() throws IOException {
        Path raw = Files.writeString(work.resolve("blank.nt"), "<urn:a> <urn:b> _:c .\n");
        assertThatThrownBy(() -> SortedQuads.sort(raw, work.resolve("sorted.nt")))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("blank.nt:1: a blank node");
    }

    @Test
    void theChangeSetIsTheDifference() throws IOException {
        Random random = new Random(9);
        List<String> all = City.trees(0, 200);
        for (int round = 0; round < 5; round++) {
            Collections.shuffle(all, random);
            Optional<Release> before = releases.current("trees");
            Release now = publish("trees", all.subList(0, 100 + random.nextInt(200)));
            if (before.isPresent()) {
                Set<String> added = new HashSet<>(lines(now.quads()));
                added.removeAll(lines(before.get().quads()));
                Set<String> removed = new HashSet<>(lines(before.get().quads()));
                removed.removeAll(lines(now.quads()));
                assertThat(lines(now.added().orElseThrow())).containsExactlyInAnyOrderElementsOf(added);
                assertThat(lines(now.removed().orElseThrow())).containsExactlyInAnyOrderElementsOf(removed);
                assertThat(now.manifest().added()).isEqualTo(added.size());
                assertThat(now.manifest().removed()).isEqualTo(removed.size());
            }
        }
    }

    @Test
    void aSubjectThatIsGoneHasALastRelease() {
        publish("trees", City.trees(0, 10));
        publish("trees", City.trees(0, 9));
        publish("trees", City.trees(0, 8));
        assertThat(releases.lastWith(City.tree(9)).orElseThrow().number()).isEqualTo(1);
        assertThat(releases.lastWith(City.tree(8)).orElseThrow().number()).isEqualTo(2);
        assertThat(releases.lastWith(City.tree(99))).isEmpty();
        publish("trees", City.trees(0, 30));
        publish("trees", City.trees(0, 20));
        assertThat(releases.lastWith(City.tree(25)).orElseThrow().number()).isEqualTo(4);
    }

    @Test
    void aRollbackIsANewStateAndWhatItTookAwayIsGone() {
        publish("trees", City.trees(0, 10));
        publish("trees", City.trees(0, 12));
        State back = releases.states().append(Map.of("trees", 1L), City.TIME);
        assertThat(back.number()).isEqualTo(3);
        assertThat(releases.current("trees").orElseThrow().number()).isEqualTo(1);
        assertThat(releases.lastWith(City.tree(11)).orElseThrow().number()).isEqualTo(2);
        Release next = publish("trees", City.trees(0, 11));
        assertThat(next.number()).isEqualTo(3);
        assertThat(next.manifest().parent()).contains(1L);
    }

    @Test
    void lineageLeadsFromASubjectToItsRecords() {
        Path recorded = work.resolve("lineage.tsv");
        try (var recorder = LineageRecorder.create(recorded)) {
            for (int number = 9999; number >= 0; number--) {
                recorder.add(new LineageEntry(City.tree(number), number % 2, number + 1, number * 80L, 3));
            }
            recorder.add(new LineageEntry(City.tree(4711), 1, 77, -1, 4));
        }
        Candidate plain = City.candidate(City.open("trees"), City.quads(work, City.trees(0, 10)));
        Release made = publisher.publish(withLineage(plain, recorded), City.released());
        made.verify();
        Lineage lineage = made.lineage().orElseThrow();
        assertThat(lineage.find(City.tree(4711)))
                .containsExactlyInAnyOrder(
                        new LineageEntry(City.tree(4711), 1, 4712, 376880, 3),
                        new LineageEntry(City.tree(4711), 1, 77, -1, 4));
        for (int number = 0; number < 10_000; number += 997) {
            assertThat(lineage.find(City.tree(number))).hasSize(1);
        }
        assertThat(lineage.find(City.tree(10_000))).isEmpty();
        assertThat(lineage.find("a")).isEmpty();
        assertThat(lineage.find("z")).isEmpty();
    }

    @Test
    void aFlippedByteIsFound() throws IOException {
        Release made = publish("trees", City.trees(0, 10));
        byte[] bytes = Files.readAllBytes(made.quads());
        bytes[bytes.length / 2] ^= 1;
        Files.write(made.quads(), bytes);
        assertThatThrownBy(made::verify)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("quads.nq.gz: its digest is not the one of the manifest");
    }

    @Test
    void unchangedInputsAreRecognised() {
        publish("trees", City.trees(0, 10));
        assertThat(releases.unchanged("trees", City.inputs("d1", false))).isPresent();
        assertThat(releases.unchanged("trees", City.inputs("d2", false))).isEmpty();
        assertThat(releases.unchanged("trees", City.inputs("d1", true))).isEmpty();
        assertThat(releases.unchanged("areas", City.inputs("d1", false))).isEmpty();
    }

    @Test
    void aRefusedCandidateIsKeptInPrivateAndChangesNothing() throws IOException {
        publish("trees", City.trees(0, 10));
        var reason = new Finding("P3", Severity.BLOCK, 1, Text.same("small cell"), List.of("cell-1"));
        var refused = new PublicationDecision.Refused(City.TIME, List.of(reason), Map.of());
        Candidate candidate = City.candidate(City.open("trees"), City.quads(work, City.trees(0, 11)));
        Path kept = publisher.refuse(candidate, refused);
        assertThat(kept).startsWith(folder.workspace()).isNotEqualTo(publisher.refuse(candidate, refused));
        assertThat(kept.resolve("decision.ttl")).content().contains("publication-outcome/refused");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rwx------");
        assertThat(releases.states().current().number()).isEqualTo(1);
        assertThatThrownBy(() -> publisher.publish(candidate, refused)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void theSecondWriterIsToldWhoTheFirstIs() {
        assertThatThrownBy(() -> folder.lock("second"))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("process " + ProcessHandle.current().pid() + " (test) is writing");
        lock.close();
        folder.lock("third").close();
    }

    private Release publish(String slug, List<String> lines) {
        return publisher.publish(City.candidate(City.open(slug), City.quads(work, lines)), City.released());
    }

    private static Candidate withLineage(Candidate plain, Path lineage) {
        return new Candidate(
                plain.dataset(),
                plain.quads(),
                plain.inputs(),
                plain.records(),
                List.of(),
                List.of(),
                plain.report(),
                plain.reportSummary(),
                plain.measurements(),
                Optional.of(lineage),
                List.of("trees"),
                Optional.empty());
    }

    private static List<String> lines(Path packed) throws IOException {
        List<String> lines = new ArrayList<>();
        try (var reader = LineReader.open(packed)) {
            for (byte[] line = reader.next(); line != null; line = reader.next()) {
                lines.add(new String(line, java.nio.charset.StandardCharsets.UTF_8));
            }
        }
        return lines;
    }
}
