package de.stadtgraph.mapping;

import de.stadtgraph.catalog.AccessClass;
import de.stadtgraph.catalog.Dataset;
import de.stadtgraph.catalog.DatasetFile;
import de.stadtgraph.catalog.ExpectedRecords;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdf;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.graph.GraphFactory;

/// The mapping modules of a folder, in the order in which they are run: `areas` first, since others are joined with it.
///
/// Immutable; reads the folder at each call.
public final class MappingModules {
    /// The dataset whose areas the others are joined with.
    public static final String AREAS = "areas";

    private final Path folder;
    private final CityIris iris;

    /// @param folder usually `mappings/`
    public MappingModules(Path folder, CityIris iris) {
        this.folder = folder;
        this.iris = iris;
    }

    /// The folder that holds them.
    Path folder() {
        return folder;
    }

    /// Names of all modules, `areas` first, the others by name.
    public List<String> names() {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> Files.isRegularFile(entry.resolve("mapping.ttl")))
                    .filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .map(entry -> String.valueOf(entry.getFileName()))
                    .sorted(Comparator.comparing((String name) -> !name.equals(AREAS))
                            .thenComparing(name -> name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The module of a name.
    ///
    /// @throws ServerException [ErrorCode#BAD_ARGUMENT] when there is none; it names those that exist
    public MappingModule named(String name) {
        Path module = folder.resolve(name);
        if (!name.matches("[a-z0-9-]{1,64}") || !Files.isDirectory(module)) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT,
                    "There is no mapping module " + name + "; there are " + String.join(", ", names()) + ".");
        }
        Path mapping = required(module, "mapping.ttl");
        Path description = required(module, "dataset.ttl");
        return new MappingModule(name, module, mapping, DatasetFile.read(description, name, iris));
    }

    /// What the IRIs of former blank nodes begin with.
    public String skolemBase() {
        return iris.iri(".well-known/genid/");
    }

    /// The dataset that a description file describes.
    public Dataset describe(Path description, String slug) {
        return DatasetFile.read(description, slug, iris);
    }

    /// A dataset of which nothing is known but its name: open, judged by the families `core` and `privacy`.
    public Dataset undescribed(String slug) {
        Node node = iris.dataset(slug);
        Graph record = GraphFactory.createDefaultGraph();
        record.add(Triple.create(node, Rdf.TYPE, Dcat.DATASET_CLASS));
        record.add(Triple.create(node, Dct.TITLE, NodeFactory.createLiteralLang(slug, "de")));
        record.add(Triple.create(node, Dct.TITLE, NodeFactory.createLiteralLang(slug, "en")));
        record.add(Triple.create(node, Jmo.ACCESS_CLASS, NodeFactory.createURI(iris.iri("kos/access-class/open"))));
        return new Dataset(
                slug,
                node,
                Text.same(slug),
                Text.same(slug),
                Optional.of(AccessClass.OPEN),
                List.of("core", "privacy"),
                Map.of(),
                ExpectedRecords.UNKNOWN,
                record);
    }

    private static Path required(Path module, String name) {
        Path file = module.resolve(name);
        if (!Files.isRegularFile(file)) {
            throw new ServerException(ErrorCode.BAD_ARGUMENT, file + ": the mapping module has no " + name + ".");
        }
        return file;
    }
}
