package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// A whole real file of a city's trees: no header, short rows, quotes, commas in names.
class TreesTest {
    private static final Path FOLDER = Path.of("src/test/resources/trees");

    private static Mapped trees() throws Exception {
        Path file = Material.path("jena/baeume-derived/jena_baeume.csv");
        Mapping mapping = Mapping.read(FOLDER.resolve("mapping.ttl"), new Sources(FOLDER, Map.of("trees", file)));
        return Mapped.run(mapping, Mapped.OPTIONS);
    }

    @Test
    void everyTreeIsMappedInAFewSeconds() throws Exception {
        Mapped mapped = trees();
        SourceReport source = mapped.source();
        assertThat(source.read()).isEqualTo(42_642);
        assertThat(source.mapped()).isEqualTo(42_642);
        assertThat(source.rejected()).isZero();
        assertThat(source.rejectedValues()).containsEntry(RejectionReason.OUT_OF_RANGE, 22L);
        assertThat(mapped.report().time()).isLessThan(Duration.ofSeconds(60));
        assertThat(mapped.lines()).hasSize((int) mapped.report().quads()).doesNotHaveDuplicates();
        assertThat(mapped.lines().stream().filter(line -> line.contains("ex:Tree>") || line.contains("#Tree>")))
                .hasSize(42_642);
        assertThat(mapped.lines().stream().filter(line -> line.contains("#TreeSite>")))
                .hasSize(940);
        assertThat(mapped.lines().stream().filter(line -> line.contains("#TreeFelling>")))
                .hasSize(4_690);
    }

    @Test
    void theInspectorsInitialsAreSeenButNotUsed() throws Exception {
        Mapped mapped = trees();
        assertThat(mapped.source().fields())
                .filteredOn(field -> field.field().equals("namlr"))
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.filled()).isEqualTo(32_555);
                    assertThat(field.used()).isFalse();
                });
        assertThat(mapped.report().rejections())
                .noneMatch(rejection -> rejection.field().contains("namlr"));
    }
}
