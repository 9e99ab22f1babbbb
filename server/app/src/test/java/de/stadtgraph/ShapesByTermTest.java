package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.http.TermShapes;
import de.stadtgraph.validation.Shapes;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ShapesByTermTest {
    private static final String ONTOLOGY = "https://data.jena.de/def/municipal#";
    private final TermShapes shapes = new ShapesByTerm(Shapes.load(Path.of("../../shapes")));

    @Test
    void pathsTargetsAndQueriesCount() {
        assertThat(shapes.of(ONTOLOGY + "treeHeight"))
                .as("a path")
                .anyMatch(shape -> shape.id().startsWith("trees#"));
        assertThat(shapes.of(ONTOLOGY + "minimumCellCount"))
                .as("a target")
                .anyMatch(shape -> shape.id().equals("privacy#SmallCell"));
        assertThat(shapes.of(ONTOLOGY + "isTotalOf"))
                .as("in a query")
                .anyMatch(shape -> shape.id().equals("stat#TotalMatches"));
        assertThat(shapes.of(ONTOLOGY + "Block"))
                .as("a severity is no subject of a rule")
                .isEmpty();
    }
}
