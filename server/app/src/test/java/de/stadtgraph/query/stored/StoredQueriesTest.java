package de.stadtgraph.query.stored;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.http.Prefixes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The files of stored queries: those of the checkout are whole; a wrong one is named with its line or key.
class StoredQueriesTest {
    private static final String HEAD = """
        #+ title: {de: Bäume, en: Trees}
        #+ question: {de: "Welche?", en: "Which?"}
        #+ datasets: [trees]
        #+ columns: {tree: {label: {de: Baum, en: Tree}}}
        #+ expect: {rows: {min: 1}}
        """;
    private static final String QUERY = "SELECT ?tree WHERE { ?tree a jmo:UrbanTree }\n";

    @TempDir
    private Path folder;

    @Test
    void theQueriesOfTheCheckoutAreWhole() {
        StoredQueries queries = StoredQueries.read(Path.of("../../queries"), Prefixes.ALL);
        assertThat(queries.complaints()).isEmpty();
        assertThat(queries.all())
                .isNotEmpty()
                .allSatisfy(query -> assertThat(query.sparql()).contains("SELECT"));
    }

    @Test
    void aPrefixOfTheSharedListNeedNotBeDeclared() throws IOException {
        StoredQuery query = read(HEAD + QUERY).find("trees").orElseThrow();
        assertThat(query.sparql()).startsWith("PREFIX jmo: <https://data.jena.de/def/municipal#>");
        assertThat(query.title().de()).isEqualTo("Bäume");
        assertThat(query.label("tree").en()).isEqualTo("Tree");
    }

    @Test
    void aParameterTakesTypeAndNameFromItsVariable() throws IOException {
        String parameters = """
                #+ parameters:
                #+   genus: {type: concept, scheme: tree-genus, label: {de: G, en: G}, default: tilia}
                #+   year: {type: integer, min: 1500, optional: true, label: {de: J, en: Y}}
                """;
        String pattern = """
                SELECT ?tree WHERE { ?tree jmo:genus ?_genus_iri . OPTIONAL { ?tree jmo:plantingYear ?y }
                FILTER(!BOUND(?__year_integer) || xsd:integer(STR(?y)) >= ?__year_integer) }
                """;
        StoredQuery query = read(HEAD + parameters + pattern).find("trees").orElseThrow();
        Parameter genus = query.parameter("genus").orElseThrow();
        assertThat(genus.variable()).isEqualTo("_genus_iri");
        assertThat(genus.type()).isEqualTo(new ParameterType.Concept("tree-genus"));
        assertThat(query.parameter("year").orElseThrow().required()).isFalse();
    }

    @Test
    void aWrongFileIsNamedWithWhatIsWrongAndIsNotServed() throws IOException {
        Map<String, String> wrong = Map.of(
                HEAD.replace(", en: Trees}", "}") + QUERY, "title must have a text in both languages",
                HEAD.replace("#+ datasets: [trees]\n", "") + QUERY, "datasets is required",
                HEAD.replace("#+ expect: {rows: {min: 1}}\n", "") + QUERY, "rows needs min",
                HEAD.replace("columns: {tree", "columns: {oak") + QUERY, "tree needs a label",
                HEAD.replace("question", "qestion") + QUERY, "question is required",
                HEAD + "#+ endpoint: http://elsewhere.example/\n" + QUERY, "endpoint is not allowed",
                HEAD + "#+ tags: &a [x]\n" + QUERY, "queries/green/trees.rq:6: the head may hold no tags",
                HEAD + "#+ chart: {kind: cake, x: tree, y: tree}\n" + QUERY, "kind must be one of",
                HEAD + "SELECT ?tree WHERE { ?tree a }\n", "queries/green/trees.rq:6",
                HEAD + "SELECT ?tree WHERE { ?tree a ?_kind_iri }\n", "?_kind_iri in the query has no entry");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            StoredQueries queries = read(each.getKey());
            assertThat(queries.all()).as(each.getValue()).isEmpty();
            assertThat(queries.complaints()).singleElement().asString().contains(each.getValue());
        }
    }

    private StoredQueries read(String text) throws IOException {
        Path file = folder.resolve("green/trees.rq");
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return StoredQueries.read(folder, Prefixes.ALL);
    }
}
