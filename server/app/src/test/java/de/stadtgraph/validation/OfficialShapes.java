package de.stadtgraph.validation;

import de.stadtgraph.rdf.RdfFiles;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.Resource;
import org.apache.jena.vocabulary.RDF;
import org.topbraid.shacl.validation.ValidationUtil;
import org.topbraid.shacl.vocabulary.SH;

/// The official shapes of DCAT-AP.de 3 from the raw material, as they are and with the prefix mended that three files
/// misspell (domain.md §11).
public final class OfficialShapes {
    static final Path MATERIAL = Path.of("../../../shared/material");
    private static final Path GERMAN = MATERIAL.resolve("dcat-ap-de-shacl/validator/resources/v3.0/shapes");
    private static final Path EUROPEAN = MATERIAL.resolve("semic/dcat-ap/releases/3.0.0/shacl/dcat-ap-SHACL.ttl");

    private final Model shapes = ModelFactory.createDefaultModel();

    private OfficialShapes() {
        PatternExecutor.install();
    }

    public static boolean areHere() {
        return Files.isDirectory(GERMAN) && Files.isRegularFile(EUROPEAN);
    }

    public static OfficialShapes asTheyAre() throws IOException {
        return read("#nothing-to-mend#", "");
    }

    public static OfficialShapes mended() throws IOException {
        return read("http://data.europa.eu/r5r#", "http://data.europa.eu/r5r/");
    }

    private static OfficialShapes read(String misspelt, String right) throws IOException {
        var official = new OfficialShapes();
        official.add(Files.readString(EUROPEAN));
        for (String name : List.of(
                "dcat-ap-SHACL-DE.ttl",
                "dcat-ap-de-controlledvocabularies.ttl",
                "dcat-ap-de-deprecated.ttl",
                "dcat-ap-spec-german-additions.ttl")) {
            official.add(Files.readString(GERMAN.resolve(name)).replace(misspelt, right));
        }
        return official;
    }

    private void add(String turtle) {
        shapes.read(new java.io.ByteArrayInputStream(turtle.getBytes(StandardCharsets.UTF_8)), "urn:shapes:", "TURTLE");
    }

    /// One line a result of this severity or heavier than nothing: severity, path, focus, message.
    public List<String> results(Path catalogue, Path concepts) {
        Model data = ModelFactory.createModelForGraph(RdfFiles.read(catalogue));
        data.add(ModelFactory.createModelForGraph(RdfFiles.read(concepts)));
        Resource report = ValidationUtil.validateModel(data, shapes, false);
        return report.getModel().listSubjectsWithProperty(RDF.type, SH.ValidationResult).toList().stream()
                .map(OfficialShapes::line)
                .sorted()
                .toList();
    }

    private static String line(Resource result) {
        return result.getProperty(SH.resultSeverity).getResource().getLocalName()
                + " " + result.getProperty(SH.focusNode).getObject()
                + (result.hasProperty(SH.resultPath)
                        ? " " + result.getProperty(SH.resultPath).getObject()
                        : "")
                + (result.hasProperty(SH.value)
                        ? " = " + result.getProperty(SH.value).getObject()
                        : "")
                + (result.hasProperty(SH.resultMessage)
                        ? " : " + result.getProperty(SH.resultMessage).getString()
                        : "");
    }
}
