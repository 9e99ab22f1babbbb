package de.stadtgraph.catalog;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdf;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;

/// Reads a `dataset.ttl`: exactly one `dcat:Dataset`, on the IRI that its slug has. Stateless.
public final class DatasetFile {
    private DatasetFile() {}

    /// Reads the description of one dataset.
    ///
    /// @param slug the name the folder gives it
    /// @throws ServerException [ErrorCode#DATASET_INVALID] when the file does not describe this dataset
    public static Dataset read(Path file, String slug, CityIris iris) {
        Graph record = RdfFiles.read(file);
        Node node = iris.dataset(slug);
        if (!record.contains(node, Rdf.TYPE, Dcat.DATASET_CLASS)) {
            throw invalid(file, "it must describe " + node.getURI() + " as a dcat:Dataset");
        }
        Text title = Values.text(record, node, Dct.TITLE).orElseThrow(() -> invalid(file, "dct:title is missing"));
        Text description = Values.text(record, node, Dct.DESCRIPTION).orElse(title);
        return new Dataset(
                slug,
                node,
                title,
                description,
                accessClass(record, node),
                shapeFamilies(record, node),
                suppressedFields(record, node),
                expected(record, node),
                record);
    }

    private static Optional<AccessClass> accessClass(Graph record, Node node) {
        return Values.any(record, node, Jmo.ACCESS_CLASS)
                .filter(Node::isURI)
                .flatMap(value -> AccessClass.ofNotation(lastSegment(value)));
    }

    private static List<String> shapeFamilies(Graph record, Node node) {
        return Values.all(record, node, Dct.CONFORMS_TO).stream()
                .filter(Node::isURI)
                .filter(value -> value.getURI().contains("/shapes/"))
                .map(DatasetFile::lastSegment)
                .sorted()
                .toList();
    }

    /// "column: reason" in each language becomes column → reason.
    private static Map<String, Text> suppressedFields(Graph record, Node node) {
        Map<String, Text> fields = new TreeMap<>();
        for (Node literal : Values.all(record, node, Jmo.SUPPRESSED_FIELD)) {
            String[] parts = literal.getLiteralLexicalForm().split(":", 2);
            String reason = parts.length == 2 ? parts[1].strip() : "";
            boolean german = literal.getLiteralLanguage().startsWith("de");
            fields.merge(
                    parts[0].strip(),
                    Text.same(reason),
                    (old, same) -> german ? new Text(reason, old.en()) : new Text(old.de(), reason));
        }
        return fields;
    }

    private static ExpectedRecords expected(Graph record, Node node) {
        return new ExpectedRecords(
                Values.integer(record, node, Jmo.MINIMUM_RECORDS),
                Values.integer(record, node, Jmo.MAXIMUM_RECORDS),
                Values.integer(record, node, Jmo.SAMPLE_RECORDS));
    }

    private static String lastSegment(Node node) {
        return node.getURI().substring(node.getURI().lastIndexOf('/') + 1);
    }

    private static ServerException invalid(Path file, String what) {
        return new ServerException(ErrorCode.DATASET_INVALID, file + ": " + what + ".");
    }
}
