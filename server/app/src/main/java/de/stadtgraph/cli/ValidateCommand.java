package de.stadtgraph.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.Server;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.validation.Candidate;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.validation.ValidationProgress;
import de.stadtgraph.validation.ValidationReport;
import de.stadtgraph.validation.ValidationResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.graph.GraphFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `validate`: SHACL alone.
@Command(
        name = "validate",
        description = {"Validates RDF files with SHACL shapes.", "Exit: 0 conforms, 2 does not, 1 failed."})
final class ValidateCommand extends DataCommand {
    private enum Format {
        TEXT,
        TTL,
        JSON
    }

    @Parameters(paramLabel = "RDF", arity = "1..*", description = "RDF files.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--shapes",
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "A family's folder, its shapes.ttl or its name; or any file of SHACL shapes (default: all families).")
    private List<Path> shapes = new ArrayList<>();

    @Option(names = "--format", paramLabel = "F", description = "text (default), ttl or json.")
    private String format = "text";

    ValidateCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() throws JsonProcessingException {
        Format wanted = format();
        Server server = server();
        List<ShapeFamily> families = families(server);
        Graph data = GraphFactory.createDefaultGraph();
        files.forEach(file -> RdfFiles.readTriples(file).find().forEachRemaining(data::add));
        Graph nothing = GraphFactory.createDefaultGraph();
        ValidationReport report =
                server.validator().validate(new Candidate(data, nothing, nothing), families, ValidationProgress.SILENT);
        switch (wanted) {
            case TEXT -> text(report);
            case TTL ->
                RDFWriter.create()
                        .source(report.graph("urn:stadtgraph:report"))
                        .lang(Lang.TURTLE)
                        .output(desk.terminal().out());
            case JSON -> desk.say(json(report));
        }
        return report.conforms() ? 0 : Commands.REFUSED;
    }

    private Format format() {
        try {
            return Format.valueOf(format.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT, "--format knows text, ttl and json, not " + format + ".", e);
        }
    }

    private List<ShapeFamily> families(Server server) {
        if (shapes.isEmpty()) {
            return server.shapes().families();
        }
        List<ShapeFamily> families = new ArrayList<>();
        for (Path path : shapes) {
            if (Files.isDirectory(path)) {
                families.add(Shapes.read(path.resolve("shapes.ttl")));
            } else if (path.endsWith("shapes.ttl")) {
                families.add(Shapes.read(path));
            } else if (Files.exists(path)) {
                families.add(Shapes.readForeign(path));
            } else {
                families.addAll(server.shapes().require(List.of(path.toString())));
            }
        }
        return families;
    }

    private void text(ValidationReport report) {
        report.results()
                .forEach(result -> desk.say("%-9s %s  %s%s  %s"
                        .formatted(
                                result.severity().name().toLowerCase(Locale.ROOT),
                                name(result.shape()),
                                result.focusNode(),
                                result.path().map(path -> "  " + path).orElse(""),
                                result.message().en())));
        report.outcomes().stream()
                .filter(outcome -> outcome.results() > 0 || outcome.stopped())
                .forEach(outcome -> desk.note("%8d  %-9s %s%s"
                        .formatted(
                                outcome.results(),
                                outcome.shape().severity().name().toLowerCase(Locale.ROOT),
                                outcome.shape().name().en(),
                                outcome.stopped() ? " (stopped, lower bound)" : "")));
        desk.note(report.conforms() ? "The data conform." : "The data do not conform.");
    }

    /// Shapes of others may have no IRI.
    private static String name(Node shape) {
        return shape.isURI() ? shape.getURI() : "_:" + shape.getBlankNodeLabel();
    }

    private static String json(ValidationReport report) throws JsonProcessingException {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("conforms", report.conforms());
        json.put(
                "results", report.results().stream().map(ValidateCommand::entry).toList());
        return new ObjectMapper().writeValueAsString(json);
    }

    private static Map<String, Object> entry(ValidationResult result) {
        Map<String, Object> entry = new LinkedHashMap<>();
        entry.put("severity", result.severity().name().toLowerCase(Locale.ROOT));
        entry.put("shape", name(result.shape()));
        entry.put("constraint", result.component().getURI());
        entry.put("focusNode", result.focusNode().toString());
        result.path().map(Node::toString).ifPresent(path -> entry.put("path", path));
        result.value().map(Node::toString).ifPresent(value -> entry.put("value", value));
        entry.put(
                "message",
                Map.of("de", result.message().de(), "en", result.message().en()));
        return entry;
    }
}
