package de.stadtgraph.bench.sparql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SparqlBenchTest {
    @TempDir
    Path folder;

    @Test
    void the_city_graph_has_the_published_bytes() throws Exception {
        Path file = folder.resolve("city.nt");
        assertThat(CityGraph.write(file, 0.002)).isEqualTo(65_182);
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        assertThat(HexFormat.of().formatHex(digest))
                .isEqualTo("bdc1d7427e25db892557ab5a61544ee3403ef27115e58b5475cf53d64cc0939c");
    }

    @Test
    void there_are_19_queries_with_kept_answers_at_both_scales() throws Exception {
        assertThat(ReferenceQuery.all("0.1")).hasSize(19).allMatch(each -> each.expected() != null);
        assertThat(ReferenceQuery.all("1.0")).hasSize(19).allMatch(each -> each.expected() != null);
        assertThat(ReferenceQuery.all("0.5")).allMatch(each -> each.expected() == null);
    }

    @Test
    void terms_with_the_same_value_differ_as_terms() {
        TsvTerm bare = TsvTerm.parse("1.50");
        TsvTerm typed = TsvTerm.parse("\"1.5\"^^<http://www.w3.org/2001/XMLSchema#decimal>");
        assertThat(TsvTerm.valueHash(bare)).isEqualTo(TsvTerm.valueHash(typed));
        assertThat(TsvTerm.termHash(bare)).isNotEqualTo(TsvTerm.termHash(typed));
    }

    @Test
    void a_wrong_answer_of_a_peer_is_said_and_has_no_time() {
        Answer right = new Answer(2, 7, 9);
        ReferenceQuery query = new ReferenceQuery("q01_point", "", 1, right);
        Measured ours = new Measured(5, 1, 15, 10, right.verdict(new Answer(2, 7, 9)));
        Measured cut = new Measured(5, 0.1, 15, 10, right.verdict(new Answer(1, 3, 4)));
        ResultTable table = new ResultTable(List.of(query), Map.of("Stadtgraph", Map.of("q01_point", ours)));
        assertThat(table.complaints()).isEmpty();
        assertThat(cut.isRight()).isFalse();
        assertThat(cut.verdict()).isEqualTo("WRONG: 1 rows, not 2");
    }

    @Test
    void no_endpoint_outside_this_machine_is_asked() {
        assertThatIllegalArgumentException().isThrownBy(() -> new Endpoint(URI.create("http://data.jena.de/sparql")));
    }
}
