package de.stadtgraph.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.CityIris;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A draft is whole, expects what it makes, and is no more than a draft.
class NewModuleTest {
    private static final Text PUBLISHER = new Text("Stadt Beispiel", "City of Example");

    @TempDir
    private Path folder;

    private final CityIris iris = new CityIris("https://data.jena.de/");

    private NewModule newModule() {
        Mapper mapper = new Mapper(iris, Path.of("../../ontologies/kos"));
        return new NewModule(new MappingModules(folder, iris), mapper, iris, Path.of("../../ontologies"));
    }

    private Path source() throws IOException {
        return Files.writeString(
                folder.resolve("baeume.csv"),
                "id;Baumhöhe;Gebiet;Prüfer\n1_7;12,5;Park;AB\n1_8;7,25;Wald;CD\n1_9;30,0;Park;AB\n");
    }

    @Test
    void aDraftExpectsWhatItMakesAndListsItsQuestions() throws IOException {
        newModule().write("baeume", source(), PUBLISHER);
        MappingModules modules = new MappingModules(folder, iris);
        MappingModule module = modules.named("baeume");
        ModuleCheck check = new ModuleCheck(new Mapper(iris, Path.of("../../ontologies/kos")));
        assertThat(modules.names()).containsExactly("baeume");
        assertThat(check.complaints(module)).isNotEmpty().allMatch(complaint -> complaint.contains("TODO"));
        assertThat(OpenQuestions.of(module)).anyMatch(question -> question.startsWith("dataset.ttl, line "));
    }

    @Test
    void aColumnGetsThePropertyThatHasItsName() throws IOException {
        newModule().write("baeume", source(), PUBLISHER);
        assertThat(folder.resolve("baeume/mapping.ttl"))
                .content()
                .contains("https://data.jena.de/def/municipal#treeHeight");
    }

    @Test
    void aNameThatIsTakenOrNoSlugIsRefused() throws IOException {
        Path source = source();
        newModule().write("baeume", source, PUBLISHER);
        assertThatThrownBy(() -> newModule().write("baeume", source, PUBLISHER))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("is there already");
        assertThatThrownBy(() -> newModule().write("../x", source, PUBLISHER))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("small letters");
    }

    @Test
    void aFileThatCannotBeReadLeavesNothingBehind() throws IOException {
        Path source = Files.write(folder.resolve("x.pdf"), new byte[] {'%', 'P', 'D', 'F', '-'});
        assertThatThrownBy(() -> newModule().write("plan", source, PUBLISHER))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("a PDF is no data");
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(source);
        }
    }
}
