package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A path reaches a term, not a value: `1` and `01` are two ends. ARQ's own path with two known ends takes both.
class PathEndTest {
    private static final String DATA = """
        PREFIX : <http://example/>
        GRAPH :g { :s0 :p 1 . :s1 :p 1 , 01 , "1" , 1.0 . :s0 :q :s1 }
        """;

    static {
        JenaSystem.init();
    }

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{ ?b :p ?c . VALUES ?b { :s1 UNDEF } :s0 (:q|:p)? ?c }",
                "{ ?b :p ?c . :s0 :p? ?c }",
                "{ ?b :p ?c . GRAPH :g { :s0 :p? ?c } }",
                "{ ?b :p ?c . GRAPH ?g { :s0 :p? ?c } }",
                "{ ?b :p ?c . FILTER EXISTS { :s0 :p? ?c } }",
            })
    void only_the_reached_term_is_an_end(String pattern) throws Exception {
        List<String> rows = rows("PREFIX : <http://example/> SELECT DISTINCT ?c " + pattern, true);
        assertThat(rows).as("in ids").isEqualTo(rows(pattern, false)).hasSizeBetween(1, 2);
        assertThat(String.join("", rows)).doesNotContain("\"01\"").doesNotContain("\"1.0\"");
    }

    @Test
    void a_reached_end_keeps_its_number_of_ways() throws Exception {
        String twice = "PREFIX : <http://example/> SELECT ?c { VALUES ?c { 1 01 } :s0 (:p|(:q/:p)) ?c }";
        assertThat(rows(twice, true)).hasSize(3).isEqualTo(rows(twice, false));
    }

    private List<String> rows(String text, boolean inIds) throws Exception {
        String query = text.startsWith("PREFIX") ? text : "PREFIX : <http://example/> SELECT DISTINCT ?c " + text;
        Context context = new Context();
        context.set(Vectorising.ENABLED, inIds);
        QC.setFactory(
                context, SnapshotExecutor.factory(new Vectorising(new DifferentialRun.FreeMeter(), reason -> {})));
        Path place = folder.resolve("index-" + inIds);
        DifferentialRun.deleteAll(place);
        DifferentialRun.build(data(), place);
        try (Snapshot snapshot = Snapshot.open(place)) {
            return Differential.rows(QueryFactory.create(query), snapshot.dataset(View.union()), context, false);
        }
    }

    private static DatasetGraph data() {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(DATA, Lang.TRIG).parse(data);
        return data;
    }
}
