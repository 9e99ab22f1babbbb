package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.mapping.MappingModule;
import de.stadtgraph.mapping.ModuleCheck;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every folder of `mappings/`: description valid, sample maps to `expected.nq`, every field mapped or left out with a
/// reason, README there. A new dataset needs no Java.
class MappingModulesTest {
    @TestFactory
    Stream<DynamicTest> everyModuleMakesWhatItExpects() {
        Server server = Server.of(new Home(Path.of("../..")), Config.DEFAULTS, Path.of("target/no-data"));
        ModuleCheck check = new ModuleCheck(server.mapper());
        return server.modules().names().stream()
                .map(name -> DynamicTest.dynamicTest(name, () -> {
                    MappingModule module = server.modules().named(name);
                    assertThat(check.complaints(module)).isEmpty();
                }));
    }
}
