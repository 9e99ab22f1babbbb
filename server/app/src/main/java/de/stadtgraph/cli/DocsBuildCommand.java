package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.http.Messages;
import de.stadtgraph.http.Phrases;
import de.stadtgraph.http.Templates;
import de.stadtgraph.http.shapes.DocumentationPage;
import de.stadtgraph.http.shapes.Documented;
import de.stadtgraph.http.shapes.FamilyDocument;
import de.stadtgraph.http.shapes.ModuleDocument;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.Language;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.terms.Module;
import de.stadtgraph.workshop.terms.Modules;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// `docs build`: a page in German and English, diagram, Turtle, JSON-LD context and CSV template of each module of
/// the ontology and each shape family, as files for any web server.
@Command(
        name = "build",
        description = {
            "Writes pages (German, English), diagrams, Turtle, JSON-LD contexts and CSV templates of all ontology modules",
            "and shape families, with a list of all of them and where each stands."
        })
final class DocsBuildCommand extends DataCommand {
    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Where the files go (default: the folder documentation).")
    private Path output = Path.of("documentation");

    private final Templates templates = new Templates();
    private final Messages messages = new Messages(ZoneOffset.UTC);

    DocsBuildCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() {
        Server server = server();
        Register register = server.register();
        Modules modules = server.ontologyModules();
        List<Part> parts = new ArrayList<>();
        for (Module module : modules.all()) {
            parts.add(new Part(
                    "modules",
                    ModuleDocument.of(module),
                    modules.turtle(module.name()).orElseThrow()));
        }
        for (Register.Entry family : register.families()) {
            parts.add(new Part(
                    "shapes",
                    FamilyDocument.of(family),
                    register.turtle(family.name()).orElseThrow()));
        }
        try {
            write(parts);
        } catch (IOException e) {
            throw new ServerException(ErrorCode.STORAGE_FULL, output + " cannot be written: " + e.getMessage(), e);
        }
        desk.note("%d modules and families documented in %s".formatted(parts.size(), output));
        return 0;
    }

    private record Part(String folder, Documented documented, String turtle) {}

    private void write(List<Part> parts) throws IOException {
        for (Part part : parts) {
            Path folder = Files.createDirectories(output.resolve(part.folder()));
            String name = part.documented().name();
            Files.writeString(folder.resolve(name + ".ttl"), part.turtle());
            Files.writeString(
                    folder.resolve(name + ".jsonld"), part.documented().context());
            Files.writeString(folder.resolve(name + ".csv"), part.documented().template());
        }
        for (Language language : Language.values()) {
            write(parts, messages.in(language), language.tag());
        }
        try (InputStream style = Objects.requireNonNull(
                Templates.class.getResourceAsStream("/static/documentation.css"), "the style is in the jar")) {
            Files.copy(style, output.resolve("style.css"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void write(List<Part> parts, Phrases phrases, String language) throws IOException {
        List<DocumentationPage> pages = parts.stream()
                .map(part -> new DocumentationPage(phrases, part.folder(), part.documented()))
                .toList();
        for (DocumentationPage page : pages) {
            Path file = output.resolve(page.folder()).resolve(page.part().name() + "." + language);
            Files.writeString(Path.of(file + ".html"), templates.render("documentation", page));
            Files.writeString(Path.of(file + ".svg"), page.part().svg(phrases));
        }
        Files.writeString(
                output.resolve("index." + language + ".html"),
                templates.render("documentation-index", new DocumentationPage.Index(phrases, pages)));
    }
}
