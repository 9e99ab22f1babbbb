package de.stadtgraph.mapping;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rml.profile.ModuleDraft;
import de.stadtgraph.rml.profile.ProfileException;
import de.stadtgraph.rml.profile.ProfileLimits;
import de.stadtgraph.rml.profile.SourceProfile;
import de.stadtgraph.vocabulary.CityIris;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/// Writes the first draft of a mapping module for an unknown raw file. Not thread-safe.
///
/// The folder appears when everything in it is whole and its sample maps.
public final class NewModule {
    private final MappingModules modules;
    private final Mapper mapper;
    private final CityIris iris;
    private final Path ontologies;

    /// @param ontologies folder of the ontologies whose properties are proposed
    public NewModule(MappingModules modules, Mapper mapper, CityIris iris, Path ontologies) {
        this.modules = modules;
        this.mapper = mapper;
        this.iris = iris;
        this.ontologies = ontologies;
    }

    /// What was written.
    ///
    /// @param summary records, fields, what is left out, what is to decide
    public record Written(Path folder, String summary) {}

    /// Profiles a file and writes the module.
    ///
    /// @param publisher who publishes, for the description
    /// @throws ServerException one sentence: a name that is taken or no slug, a file that cannot be read
    public Written write(String name, Path source, Text publisher) {
        Path folder = folder(name);
        Path draftFolder = folder.resolveSibling("." + name + ".draft");
        try {
            SourceProfile profile = SourceProfile.read(source, ProfileLimits.STANDARD);
            ModuleDraft draft =
                    ModuleDraft.of(profile, new ModuleDraft.Naming(name, iris.base()), OntologyTerms.read(ontologies));
            remove(draftFolder);
            Files.createDirectories(draftFolder);
            for (Map.Entry<String, byte[]> file : draft.files().entrySet()) {
                Files.write(draftFolder.resolve(file.getKey()), file.getValue());
            }
            finish(draftFolder, name, draft, publisher);
            Files.move(draftFolder, folder);
            return new Written(folder, draft.summary());
        } catch (ProfileException e) {
            throw new ServerException(ErrorCode.SOURCE_UNREADABLE, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.SOURCE_UNREADABLE, source + " cannot be read: " + e.getMessage() + ".", e);
        } finally {
            remove(draftFolder);
        }
    }

    private Path folder(String name) {
        if (!name.matches("[a-z0-9][a-z0-9-]{0,62}")) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT,
                    "The name of a module is made of small letters, digits and dashes, unlike " + name + ".");
        }
        Path folder = modules.folder().resolve(name);
        if (Files.exists(folder)) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT, folder + " is there already; choose another name, or remove it first.");
        }
        return folder;
    }

    /// Description and expected statements; both need the sample to be mapped.
    private void finish(Path folder, String name, ModuleDraft draft, Text publisher) throws IOException {
        DatasetDraft description = new DatasetDraft(iris, name, publisher);
        MappingTask task = new MappingTask(folder.resolve("mapping.ttl"), name, Map.of());
        Path trial = folder.resolve("trial.nq");
        Mapped mapped = mapper.map(task, trial, MappingWatch.none());
        Files.delete(trial);
        Files.writeString(folder.resolve("dataset.ttl"), description.write(draft, mapped.read()));
        MappingModule module =
                new MappingModule(name, folder, task.mapping(), modules.describe(folder.resolve("dataset.ttl"), name));
        new ModuleCheck(mapper).accept(module);
    }

    private static void remove(Path folder) {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted(Comparator.reverseOrder())
                    .forEach(file -> file.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
