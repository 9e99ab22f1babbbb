package de.stadtgraph.rml;

import de.stadtgraph.rml.function.CodeTables;
import de.stadtgraph.rml.function.FunctionLibrary;
import de.stadtgraph.rml.plan.Environment;
import de.stadtgraph.rml.plan.Plan;
import de.stadtgraph.rml.plan.PlanCompiler;
import de.stadtgraph.rml.plan.RepeatProof;
import de.stadtgraph.rml.read.MappingReader;
import de.stadtgraph.rml.read.Places;
import de.stadtgraph.rml.rules.Database;
import de.stadtgraph.rml.rules.RuleException;
import de.stadtgraph.rml.rules.Rules;
import de.stadtgraph.rml.rules.Target;
import de.stadtgraph.rml.source.BrokenSourceException;
import de.stadtgraph.rml.term.BlankNodes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/// A mapping in RML, read and checked: whatever can be wrong with it without looking at records was looked for.
///
/// Immutable and thread-safe; it may be run many times, also at once.
public final class Mapping {
    private final Path file;
    private final Rules rules;
    private final RepeatProof repeats;
    private final List<SourceFile> sources;
    private final FunctionLibrary functions;
    private final Set<String> codeLists = new TreeSet<>();
    private final Map<Target, Mapping> parts = new LinkedHashMap<>();
    /// Made while the mapping was checked; the first run takes it.
    private final AtomicReference<Optional<FirstPlan>> first = new AtomicReference<>(Optional.empty());

    /// A plan and what it was compiled for.
    private record FirstPlan(MappingOptions options, Plan plan) {
        boolean serves(MappingOptions wanted) throws IOException {
            return options.makesTermsAs(wanted) && plan.isUpToDate();
        }
    }

    private Mapping(Path file, Rules rules, List<SourceFile> sources, FunctionLibrary functions) {
        this.file = file;
        this.rules = rules;
        this.repeats = new RepeatProof(rules);
        this.sources = List.copyOf(sources);
        this.functions = functions;
    }

    /// Reads a mapping and the headers of its sources.
    public static Mapping read(Path mappingFile, Sources sources) throws MappingException {
        return read(mappingFile, sources, MappingOptions.defaults(""));
    }

    /// The same; the first run with these options starts sooner.
    public static Mapping read(Path mappingFile, Sources sources, MappingOptions options) throws MappingException {
        return read(mappingFile, sources, options, FunctionLibrary.standard());
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
        return read(mappingFile, sources, MappingOptions.defaults(""), functions);
    }

    private static Mapping read(Path mappingFile, Sources sources, MappingOptions options, FunctionLibrary functions)
            throws MappingException {
        try {
            Places places = new Places(sources.folder(), sources.replacements(), databases(sources));
            MappingReader.Reading reading = MappingReader.read(mappingFile, places);
            List<SourceFile> files = new ArrayList<>();
            reading.files().forEach((name, path) -> files.add(new SourceFile(name, path)));
            var mapping = new Mapping(mappingFile, reading.rules(), files, functions);
            Plan plan = mapping.compile(mapping.noting(), options);
            mapping.first.set(Optional.of(new FirstPlan(options, plan)));
            for (Map.Entry<Target, Rules> part : reading.targets().entrySet()) {
                var split = new Mapping(mappingFile, part.getValue(), files, functions);
                split.compile(mapping.noting(), options);
                mapping.parts.put(part.getKey(), split);
            }
            return mapping;
        } catch (RuleException wrong) {
            throw new MappingException(wrong.code(), mappingFile, wrong.line(), wrong.sentence());
        }
    }

    /// The sources in the order in which the mapping names them.
    public List<SourceFile> sources() {
        return sources;
    }

    /// The names of its logical targets, in the order of the mapping. What goes to them is not written by
    /// [MappingEngine#run], but by [TargetFiles].
    public List<String> targets() {
        return parts.keySet().stream().map(Target::name).toList();
    }

    /// The mapping of what goes to each target.
    Map<Target, Mapping> parts() {
        return Collections.unmodifiableMap(parts);
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
            Optional<FirstPlan> made = first.getAndSet(Optional.empty());
            // The first plan knows no code list.
            if (made.isPresent() && codeLists.isEmpty() && made.get().serves(options)) {
                return made.get().plan();
            }
            return PlanCompiler.compile(rules, repeats, environment);
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
