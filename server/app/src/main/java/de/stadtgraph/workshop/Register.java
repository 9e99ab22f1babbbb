package de.stadtgraph.workshop;

import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.Values;
import de.stadtgraph.validation.ShapeFamily;
import de.stadtgraph.validation.Shapes;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Owl;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.jena.graph.Node;

/// The released shape families as everybody may read them: what they demand, their versions and changes.
///
/// Reads the folder `shapes/` at each call: what is adopted shows at once. Thread-safe.
public final class Register {
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final Pattern VERSION = Pattern.compile("\\d{1,6}\\.\\d{1,6}\\.\\d{1,6}");

    private final Path shapes;
    private final UnaryOperator<String> shortened;

    /// @param shapes the folder `shapes/` of the checkout
    /// @param shortened how an IRI is shown
    public Register(Path shapes, UnaryOperator<String> shortened) {
        this.shapes = shapes;
        this.shortened = shortened;
    }

    /// Where a family stands (domain model, section 13).
    public enum Status {
        /// Written, never released with a version.
        DRAFT,
        /// Released below 1.0.0: may still change.
        CANDIDATE,
        /// Released from 1.0.0 on.
        ADOPTED,
        /// Not to be used any more.
        DEPRECATED
    }

    /// One family.
    ///
    /// @param rules its shapes, by name
    /// @param versions what adopted versions are kept, newest first
    public record Entry(
            String name,
            String iri,
            Text title,
            Text description,
            String version,
            Status status,
            List<Rule> rules,
            List<Release> versions) {
        public Entry {
            rules = List.copyOf(rules);
            versions = List.copyOf(versions);
        }
    }

    /// One adopted version.
    ///
    /// @param day when it was adopted; empty where the changelog does not tell
    /// @param note what it was for
    public record Release(String version, String day, String note) {}

    /// All families, by name.
    public List<Entry> families() {
        return Shapes.load(shapes).families().stream().map(this::entry).toList();
    }

    /// One family.
    public Optional<Entry> family(String name) {
        return there(name) ? Optional.of(entry(Shapes.read(file(name)))) : Optional.empty();
    }

    /// The Turtle of a family as it is.
    public Optional<String> turtle(String name) {
        return there(name) ? Optional.of(DurableText.read(file(name))) : Optional.empty();
    }

    /// The Turtle of an adopted version, which never changes.
    public Optional<String> turtle(String name, String version) {
        if (!there(name) || !VERSION.matcher(version).matches()) {
            return Optional.empty();
        }
        Path file = shapes.resolve(name).resolve("versions").resolve(version + ".ttl");
        return Files.isRegularFile(file) ? Optional.of(DurableText.read(file)) : Optional.empty();
    }

    private boolean there(String name) {
        return NAME.matcher(name).matches() && Files.isRegularFile(file(name));
    }

    private Path file(String name) {
        return shapes.resolve(name).resolve(Part.SHAPES.name());
    }

    private Entry entry(ShapeFamily family) {
        var reader = new RuleReader(family.graph(), shortened);
        Text description =
                Values.text(family.graph(), family.node(), Dct.DESCRIPTION).orElse(Text.same(""));
        return new Entry(
                family.name(),
                family.node().getURI(),
                family.title(),
                description,
                family.version(),
                status(family),
                family.shapes().stream().map(reader::rule).toList(),
                releases(family.name()));
    }

    private static Status status(ShapeFamily family) {
        if (family.graph().contains(family.node(), Owl.DEPRECATED, Node.ANY)) {
            return Status.DEPRECATED;
        }
        if (!VERSION.matcher(family.version()).matches()) {
            return Status.DRAFT;
        }
        return family.version().startsWith("0.") ? Status.CANDIDATE : Status.ADOPTED;
    }

    private List<Release> releases(String family) {
        Path folder = shapes.resolve(family).resolve("versions");
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        Path changes = shapes.resolve(family).resolve("CHANGELOG.md");
        String changelog = Files.isRegularFile(changes) ? DurableText.read(changes) : "";
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName()).replaceFirst("\\.ttl$", ""))
                    .filter(version -> VERSION.matcher(version).matches())
                    .sorted(Comparator.comparing(Register::order).reversed())
                    .map(version -> release(version, changelog))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Numbers of a version in an order that texts have too.
    private static String order(String version) {
        String[] parts = version.split("\\.", -1);
        return "%6s%6s%6s".formatted(parts[0], parts[1], parts[2]);
    }

    private static Release release(String version, String changelog) {
        var entry = Pattern.compile("## " + Pattern.quote(version) + ", (\\S+)\\n- (.*)")
                .matcher(changelog);
        return entry.find() ? new Release(version, entry.group(1), entry.group(2)) : new Release(version, "", "");
    }
}
