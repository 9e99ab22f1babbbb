package de.stadtgraph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.Test;

/// The rules that the structure of a cube implies.
class CubeShapeTest {
    private static final String PREFIXES = """
            PREFIX qb: <http://purl.org/linked-data/cube#>
            PREFIX dct: <http://purl.org/dc/terms/>
            PREFIX sh: <http://www.w3.org/ns/shacl#>
            PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
            PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
            PREFIX ex: <https://data.jena.de/id/example/>
            BASE <https://data.jena.de/dataset/bikes>
            """;
    private static final String STRUCTURE = """
            <> a qb:DataSet ; qb:structure <#structure> .
            <#structure> qb:component <#year> , <#kind> .
            <#year> qb:dimension ex:year ; sh:datatype xsd:gYear .
            <#kind> qb:dimension ex:kind ; dct:conformsTo ex:kinds .
            """;
    private static final String CODES = "ex:fast skos:inScheme ex:kinds . ex:slow skos:inScheme ex:kinds .";

    private static Graph graph(String turtle) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(PREFIXES + turtle, Lang.TURTLE).parse(graph);
        return graph;
    }

    private static List<String> found(String cells) {
        var candidate = new Candidate(graph(cells), graph(STRUCTURE), graph(CODES));
        return new Validator(ValidationLimits.DEFAULT)
                .validate(candidate, List.of(), ValidationProgress.SILENT).results().stream()
                        .map(result -> result.shape().getURI() + " "
                                + result.value().orElseThrow().getURI())
                        .sorted()
                        .toList();
    }

    @Test
    void aCubeOfWholeAndDifferentCellsConforms() {
        assertThat(found("""
                        ex:a qb:dataSet <> ; ex:year "2020"^^xsd:gYear ; ex:kind ex:fast .
                        ex:b qb:dataSet <> ; ex:year "2020"^^xsd:gYear ; ex:kind ex:slow .
                        """)).isEmpty();
    }

    @Test
    void aMissingDimensionAForeignCodeAndAWrongDatatypeAreFound() {
        assertThat(found("""
                        ex:a qb:dataSet <> ; ex:year "2020"^^xsd:gYear .
                        ex:b qb:dataSet <> ; ex:year "2020"^^xsd:gYear ; ex:kind ex:unlisted .
                        ex:c qb:dataSet <> ; ex:year 2020 ; ex:kind ex:slow .
                        """))
                .containsExactly(
                        "https://data.jena.de/shapes/cube-bikes#CellComplete https://data.jena.de/id/example/a",
                        "https://data.jena.de/shapes/cube-bikes#CellComplete https://data.jena.de/id/example/b",
                        "https://data.jena.de/shapes/cube-bikes#CellComplete https://data.jena.de/id/example/c");
    }

    @Test
    void twoCellsOfTheSameDimensionsAreFound() {
        assertThat(found("""
                        ex:a qb:dataSet <> ; ex:year "2020"^^xsd:gYear ; ex:kind ex:fast .
                        ex:b qb:dataSet <> ; ex:year "2020"^^xsd:gYear ; ex:kind ex:fast .
                        """))
                .singleElement()
                .asString()
                .startsWith("https://data.jena.de/shapes/cube-bikes#CellUnique");
    }

    @Test
    void aDescriptionWithoutStructureHasNoRules() {
        assertThat(CubeShape.of(graph("<> a qb:DataSet ."))).isEmpty();
    }
}
