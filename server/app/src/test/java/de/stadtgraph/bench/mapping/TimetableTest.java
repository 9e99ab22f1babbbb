package de.stadtgraph.bench.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.Config;
import de.stadtgraph.Home;
import de.stadtgraph.Server;
import de.stadtgraph.mapping.MappingTask;
import de.stadtgraph.mapping.MappingWatch;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The data and mappings of `bench mapping` are those whose results are known from four engines.
class TimetableTest {
    @TempDir
    private Path folder;

    /// Digests of the files that the generator beside the known results writes, in the order of their names.
    @ParameterizedTest
    @CsvSource({
        "CSV, 88325bbfb0db80338a759eef8e9c842cdf8f030ed5ff5d2348b1412ff74cf00e",
        "JSON, 1188f70ece88624d5a58ae5f1fe822273e92c3bd7a4992551b745a851542c097",
        "XML, 33122f4075948ea3d4d66fccc89d26591b9b812f5403fb70f0000324777fb5ed"
    })
    void tablesHaveTheKnownBytes(TableFormat format, String sha256) throws Exception {
        Map<String, String> tables = new TreeMap<>(Comparator.naturalOrder());
        for (Table table : new Timetable(1).tables()) {
            var text = new StringWriter();
            format.write(table, text);
            tables.put(table.name() + "." + format.ending(), text.toString());
        }
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        tables.values().forEach(text -> digest.update(text.getBytes(StandardCharsets.UTF_8)));
        assertThat(HexFormat.of().formatHex(digest.digest())).isEqualTo(sha256);
    }

    @ParameterizedTest
    @CsvSource({"CSV, false", "CSV, true", "JSON, false"})
    void mappingsGiveTheKnownStatements(TableFormat format, boolean joins) throws IOException {
        BenchCase row = new BenchCase(1, format, joins);
        format.writeTables(1, folder);
        Path mapping = folder.resolve("mapping.ttl");
        Files.writeString(
                mapping,
                TimetableMapping.current(format, joins ? TimetableRules.withJoins() : TimetableRules.withoutJoins()));
        Path output = folder.resolve("output.nq");
        Server server = Server.of(new Home(Path.of("../..")), Config.DEFAULTS, folder.resolve("data"));
        server.mapper().map(new MappingTask(mapping, "bench", Map.of()), output, MappingWatch.none());
        DistinctLines lines = DistinctLines.of(output, folder);
        assertThat(lines.count()).isEqualTo(396_996);
        assertThat(lines.sha256()).isEqualTo(row.knownDigest());
    }

    @Test
    void aRowIsNamedByItsNameOrAPartOfIt() {
        List<BenchCase> rows = BenchCase.all(List.of(1, 10));
        assertThat(rows.stream().filter(row -> row.isNamed("s10")).map(BenchCase::name))
                .containsExactly("s10-csv", "s10-csv-joins", "s10-json", "s10-json-joins", "s10-xml", "s10-xml-joins");
        assertThat(rows.stream().filter(row -> row.isNamed("s1-csv-joins"))).hasSize(1);
        assertThat(rows.stream().filter(row -> row.isNamed("csv"))).hasSize(4);
    }

    @Test
    void anUnknownRowIsRefusedWithTheKnownOnes() {
        var settings = new MappingBench.Settings(List.of(1), List.of("s1-cvs"), 1, "1g", "1g", false);
        assertThatThrownBy(settings::rows)
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("no row s1-cvs")
                .hasMessageContaining("s1-csv-joins");
    }
}
