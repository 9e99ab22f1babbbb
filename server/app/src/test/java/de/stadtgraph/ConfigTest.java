package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.QueryBudget;
import de.stadtgraph.query.QueryLimits;
import de.stadtgraph.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigTest {
    @TempDir
    Path folder;

    @Test
    void anEmptyFileMeansTheDefaults() throws IOException {
        assertThat(read("")).isEqualTo(Config.DEFAULTS);
        assertThat(Config.DEFAULTS)
                .isEqualTo(new Config(
                        new Config.City(Text.same("Jena"), "https://data.jena.de/"),
                        new Config.Listen(3030, "127.0.0.1", List.of()),
                        new Config.Contact(new Text("Stadtverwaltung", "City administration"), "", "", ""),
                        new Config.Net(Set.of()),
                        new StoreOptions(256L << 20, 2),
                        new Config.Query(1_000_000, 5, 60, 64, 256, 200),
                        new Config.Federation(List.of()),
                        new Config.Workshop(false)));
    }

    @Test
    void everyKeyHasItsPlace() throws IOException {
        String all = """
                city:
                  name: {de: Weimar, en: Weimar}
                  base: http://daten.example/
                server: {port: 8080, bind: 0.0.0.0, trusted-proxies: [10.0.0.1]}
                contact:
                  organisation: Stadt Weimar
                  address: Markt 1
                  email: daten@example.org
                  contributor-id: http://dcat-ap.de/def/contributors/weimar
                net: {private-hosts: gis.weimar.example Archiv}
                store: {build-memory: 64, keep-generations: 3}
                query: {rows: 2000000, time: 10, timeout: 120, memory: 128, bytes: 512, steps: 400}
                federation: {allow: ['https://sparql.example/query?x=1']}
                workshop: {adoption: git}
                """;
        assertThat(read(all))
                .isEqualTo(new Config(
                        new Config.City(Text.same("Weimar"), "http://daten.example/"),
                        new Config.Listen(8080, "0.0.0.0", List.of("10.0.0.1")),
                        new Config.Contact(
                                Text.same("Stadt Weimar"),
                                "Markt 1",
                                "daten@example.org",
                                "http://dcat-ap.de/def/contributors/weimar"),
                        new Config.Net(Set.of("gis.weimar.example", "archiv")),
                        new StoreOptions(64L << 20, 3),
                        new Config.Query(2_000_000, 10, 120, 128, 512, 400),
                        new Config.Federation(List.of("https://sparql.example/query?x=1")),
                        new Config.Workshop(true)));
    }

    @Test
    void theCitysOwnFileIsRead() {
        assertThat(Config.read(Path.of("../../stadtgraph.yaml")).city().base()).isEqualTo("https://data.jena.de/");
    }

    @Test
    void anUnknownKeyStopsTheStart() {
        assertThatThrownBy(() -> read("server: {prot: 80}"))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("city.yaml: server.prot: the key is not known");
    }

    @Test
    void aWrongValueIsNamed() {
        assertThatThrownBy(() -> read("city: {base: 'https://data.jena.de'}"))
                .hasMessageContaining("city.yaml: city.base: \"https://data.jena.de\" does not have the expected form");
        assertThatThrownBy(() -> read("server: {port: 99999}")).hasMessageContaining("server.port");
        assertThatThrownBy(() -> read("store: {build-memory: 1}"))
                .hasMessageContaining("store.build-memory: it must be a number from 16 to 65536");
        assertThatThrownBy(() -> read("store: {keep-generations: 0}")).hasMessageContaining("store.keep-generations");
        assertThatThrownBy(() -> read("query: {rows: all}")).hasMessageContaining("query.rows");
        assertThatThrownBy(() -> read("query: {time: 30, timeout: 20}"))
                .hasMessageContaining("query.timeout: it must be a number from 30");
        assertThatThrownBy(() -> read("federation: {allow: ['http://a b/']}")).hasMessageContaining("federation.allow");
        assertThatThrownBy(() -> read("server: [")).hasMessageContaining("city.yaml");
        assertThatThrownBy(() -> Config.read(folder.resolve("none.yaml"))).hasMessageContaining("no such file");
    }

    @Test
    void theLimitsOfQueriesAreThoseOfTheConfiguration() throws IOException {
        Config config = read("query: {time: 7, timeout: 90, memory: 32, bytes: 16, steps: 3}");
        QueryLimits limits = Server.of(new Home(Path.of("../..")), config, folder.resolve("data"))
                .limits();

        assertThat(limits.interactive())
                .isEqualTo(new QueryBudget(Duration.ofSeconds(7), 1_000_000, 16 << 20, 32 << 20, 3_000_000));
        assertThat(limits.analysis())
                .isEqualTo(new QueryBudget(Duration.ofSeconds(90), 1_000_000, 16 << 20, 32 << 20, 30_000_000));
    }

    private Config read(String yaml) throws IOException {
        return Config.read(Files.writeString(folder.resolve("city.yaml"), yaml));
    }
}
