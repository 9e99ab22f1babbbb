package de.stadtgraph.http.dereference;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.junit.jupiter.api.Test;

class SchemeTreeTest {
    private static DatasetGraph data(String concepts) {
        DatasetGraph data = DatasetGraphFactory.create();
        RDFParser.fromString(
                        "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX : <http://x.example/> :g { "
                                + concepts + " }",
                        Lang.TRIG)
                .parse(data);
        return data;
    }

    private static List<String> shown(DatasetGraph data) {
        return SchemeTree.of(data, NodeFactory.createURI("http://x.example/scheme")).roots().stream()
                .map(SchemeTreeTest::shown)
                .toList();
    }

    private static String shown(SchemeTree.Branch branch) {
        String name = branch.concept().getURI().substring("http://x.example/".length()) + (branch.own() ? "" : "*");
        return branch.below().isEmpty()
                ? name
                : name + branch.below().stream().map(SchemeTreeTest::shown).toList();
    }

    @Test
    void numbersStandInTheirOrderBelowTheBroaderConcept() {
        assertThat(
                        shown(
                                data(
                                        ":all skos:inScheme :scheme . :ten skos:inScheme :scheme ; skos:notation \"10\" ; "
                                                + "skos:broader :all . :nine skos:inScheme :scheme ; skos:notation \"9\" ; skos:broader :all .")))
                .containsExactly("all[nine, ten]");
    }

    @Test
    void aBroaderConceptOfAnotherSchemeIsABranch() {
        assertThat(shown(data(":oak skos:inScheme :scheme ; skos:broader :quercus .")))
                .containsExactly("quercus*[oak]");
    }

    @Test
    void aCircleEndsAtTheRoot() {
        assertThat(shown(data(":a skos:inScheme :scheme ; skos:broader :b . "
                        + ":b skos:inScheme :scheme ; skos:broader :a . :c skos:inScheme :scheme .")))
                .containsExactly("c", "a[b]");
    }

    @Test
    void aLongChainIsShownToItsEnd() {
        StringBuilder chain = new StringBuilder();
        for (int at = 0; at < 5_000; at++) {
            chain.append(":n%05d skos:inScheme :scheme ; skos:broader :n%05d . ".formatted(at + 1, at));
        }
        assertThat(SchemeTree.of(data(chain.toString()), NodeFactory.createURI("http://x.example/scheme"))
                        .all())
                .hasSize(5_001);
    }
}
