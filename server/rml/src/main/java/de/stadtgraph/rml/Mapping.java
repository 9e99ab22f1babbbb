package de.stadtgraph.rml;

import de.stadtgraph.rml.function.CodeTables;
import de.stadtgraph.rml.function.FunctionLibrary;
import de.stadtgraph.rml.plan.Environment;
import de.stadtgraph.rml.plan.Plan;
import de.stadtgraph.rml.plan.PlanCompiler;
import de.stadtgraph.rml.read.MappingReader;
import de.stadtgraph.rml.read.Places;
import de.stadtgraph.rml.rules.Database;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Rules;
import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.term.BlankNodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// A mapping in RML, read and checked: whatever can be wrong with it without looking at records was looked for.
///
/// Immutable and thread-safe; it may be run many times, also at once.
public final class Mapping {
    private final Path file;
    private final Rules rules;
    private final List<SourceFile> sources;
    private final FunctionLibrary functions;
    private final Set<String> codeLists = new TreeSet<>();

    private Mapping(Path file, MappingReader.Reading reading, FunctionLibrary functions) {
        this.file = file;
        this.rules = reading.rules();
        this.functions = functions;
        List<SourceFile> found = new ArrayList<>();
        reading.files().forEach((name, path) -> found.add(new SourceFile(name, path)));
        this.sources = List.copyOf(found);
    }

    /// Reads a mapping and the headers of its sources.
    public static Mapping read(Path mappingFile, Sources sources) throws MappingException {
        return read(mappingFile, sources, FunctionLibrary.standard());
    }

    private static Map<String, Database> databases(Sources sources) {
        return sources.databases().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        login -> new Database(
                                "", login.getValue().user(), login.getValue().password())));
    }

    /// The same with other functions than those that ship: for test suites.
    static Mapping read(Path mappingFile, Sources sources, FunctionLibrary functions) throws MappingException {
        try {
            Places places = new Places(sources.folder(), sources.replacements(), databases(sources));
            var mapping = new Mapping(mappingFile, MappingReader.read(mappingFile, places), functions);
            mapping.compile(mapping.noting(), MappingOptions.defaults(""));
            return mapping;
        } catch (RuleException wrong) {
            throw new MappingException(wrong.code(), mappingFile, wrong.line(), wrong.sentence());
        }
    }

    /// The sources in the order in which the mapping names them.
    public List<SourceFile> sources() {
        return sources;
    }

    /// The names of the code lists that it looks up.
    public Set<String> codeLists() {
        return Set.copyOf(codeLists);
    }

    /// Knows every code list and notes its name.
    private CodeTables noting() {
        return name -> {
            codeLists.add(name);
            return CodeTables.unknown().list(name);
        };
    }

    /// The line of a triples map, by its number.
    long line(int triplesMap) {
        return rules.triplesMaps().get(triplesMap).line();
    }

    Path file() {
        return file;
    }

    /// A plan for one run.
    Plan compile(CodeTables tables, MappingOptions options) throws MappingException {
        var environment = new Environment(
                functions,
                tables,
                options.base(),
                new BlankNodes(options.skolemBase(), options.dataset()),
                options.ownedPrefixes());
        try {
            return PlanCompiler.compile(rules, environment);
        } catch (RuleException wrong) {
            throw new MappingException(wrong.code(), file, wrong.line(), wrong.sentence());
        } catch (BrokenSourceException broken) {
            throw new MappingException(broken.code(), file, 0, broken.sentence());
        } catch (IOException unreadable) {
            throw new MappingException(
                    "source-unreadable", file, 0, "a source cannot be read: " + unreadable.getMessage());
        }
    }
}
