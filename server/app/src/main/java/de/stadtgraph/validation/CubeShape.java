package de.stadtgraph.validation;

import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.Rdf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.graph.GraphFactory;

/// The rules that the structure of a cube implies (RDF Data Cube, section 11: integrity constraints), as a shape family
/// of its own: every cell has each dimension once, from its code list or of its datatype, and no two cells agree in all
/// of them. Stateless.
///
/// Each rule is one query over the cube, however many dimensions it has.
final class CubeShape {
    private static final String QB = "http://purl.org/linked-data/cube#";
    private static final Node DATA_SET = NodeFactory.createURI(QB + "DataSet");
    private static final Node STRUCTURE = NodeFactory.createURI(QB + "structure");
    private static final Node COMPONENT = NodeFactory.createURI(QB + "component");
    private static final Node DIMENSION = NodeFactory.createURI(QB + "dimension");
    private static final Node SCHEME = NodeFactory.createURI("http://purl.org/dc/terms/conformsTo");
    private static final Node DATATYPE = NodeFactory.createURI("http://www.w3.org/ns/shacl#datatype");

    private static final String SHAPES = """
            @prefix sh: <http://www.w3.org/ns/shacl#> .
            @prefix jmo: <https://data.jena.de/def/municipal#> .
            @base <{shapes}> .

            <#CellComplete> a sh:NodeShape ; sh:targetNode <{cube}> ; sh:severity sh:Violation ;
              sh:name "Merkmale der Zelle"@de , "Dimensions of the cell"@en ;
              jmo:repairHint "Das fehlende Merkmal liefern, oder den Code in die Liste aufnehmen."@de ,
                "Deliver the missing dimension, or add the code to its list."@en ;
              sh:sparql [
                sh:message "Einer Zelle fehlt ein Merkmal, oder es steht nicht in seiner Liste ({?value})."@de ,
                  "A cell lacks a dimension, or it is not in its list ({?value})."@en ;
                sh:select \"""SELECT $this ?value WHERE {
                  ?value <http://purl.org/linked-data/cube#dataSet> $this . FILTER NOT EXISTS { {dimensions} } }\""" ] .

            <#CellUnique> a sh:NodeShape ; sh:targetNode <{cube}> ; sh:severity sh:Violation ;
              sh:name "Zelle nur einmal"@de , "Cell only once"@en ;
              jmo:repairHint "Die doppelten Zeilen der Quelle klären."@de , "Settle the repeated rows of the source."@en ;
              sh:sparql [
                sh:message "Zwei Zellen stimmen in allen Merkmalen überein ({?value})."@de ,
                  "Two cells agree in all dimensions ({?value})."@en ;
                sh:select \"""SELECT $this (SAMPLE(?cell) AS ?value) WHERE {
                  ?cell <http://purl.org/linked-data/cube#dataSet> $this . {all} }
                  GROUP BY $this {variables} HAVING (COUNT(?cell) > 1)\""" ] .
            """;

    private CubeShape() {}

    /// The family of the cube that a description describes; none where it describes no cube with dimensions.
    static Optional<ShapeFamily> of(Graph description) {
        return cube(description)
                .flatMap(cube -> Values.any(description, cube, STRUCTURE)
                        .map(structure -> dimensions(description, structure))
                        .filter(dimensions -> !dimensions.isEmpty())
                        .map(dimensions -> family(cube, dimensions)));
    }

    /// The cube that a description describes.
    static Optional<Node> cube(Graph description) {
        return Values.subjects(description, Rdf.TYPE, DATA_SET).stream().findFirst();
    }

    /// @param restriction what the value must meet beyond being there, in SPARQL with `?value`'s variable
    private record Dimension(String property, String variable, String restriction) {
        String pattern(String cell) {
            return "%s <%s> %s . ".formatted(cell, property, variable);
        }
    }

    private static List<Dimension> dimensions(Graph description, Node structure) {
        List<Node> components = Values.all(description, structure, COMPONENT);
        return components.stream()
                .flatMap(component -> Values.any(description, component, DIMENSION).stream()
                        .filter(Node::isURI)
                        .map(property -> dimension(description, component, property, components.indexOf(component))))
                .toList();
    }

    private static Dimension dimension(Graph description, Node component, Node property, int number) {
        String variable = "?d" + number;
        String inList = Values.any(description, component, SCHEME)
                .map(scheme -> "%s <http://www.w3.org/2004/02/skos/core#inScheme> <%s> . "
                        .formatted(variable, scheme.getURI()))
                .orElse("");
        String typed = Values.any(description, component, DATATYPE)
                .map(datatype -> "FILTER(DATATYPE(%s) = <%s>) ".formatted(variable, datatype.getURI()))
                .orElse("");
        return new Dimension(property.getURI(), variable, inList + typed);
    }

    private static ShapeFamily family(Node cube, List<Dimension> dimensions) {
        String slug = cube.getURI().substring(cube.getURI().lastIndexOf('/') + 1);
        String name = "cube-" + slug;
        Node node = NodeFactory.createURI(cube.getURI().replaceFirst("/dataset/[^/]*$", "") + "/shapes/" + name);
        String complete = dimensions.stream()
                .map(dimension -> dimension.pattern("?value") + dimension.restriction())
                .collect(Collectors.joining());
        String all =
                dimensions.stream().map(dimension -> dimension.pattern("?cell")).collect(Collectors.joining());
        String variables = dimensions.stream().map(Dimension::variable).collect(Collectors.joining(" "));
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.fromString(
                        SHAPES.replace("{shapes}", node.getURI())
                                .replace("{cube}", cube.getURI())
                                .replace("{dimensions}", complete)
                                .replace("{all}", all)
                                .replace("{variables}", variables),
                        Lang.TURTLE)
                .parse(graph);
        Text title = new Text("Struktur des Würfels " + slug, "Structure of the cube " + slug);
        return new ShapeFamily(name, node, "1", title, ShapeFile.describe(graph, name), graph, Path.of(name), false);
    }
}
