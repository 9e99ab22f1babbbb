package de.stadtgraph.bench.sparql;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Fuseki with TDB2 of the same Apache Jena version, in its own process; its class path is resolved by Maven when the
/// benchmark runs and is none of the product's.
final class FusekiPeer implements Engine {
    private static final String VERSION = "5.6.0";

    /// Fuseki's command does not start without this logger.
    private static final String LOGGER = "2.25.2";

    private static final String POM = """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>de.stadtgraph.peer</groupId><artifactId>fuseki</artifactId><version>1</version>
          <packaging>pom</packaging>
          <dependencies>
            <dependency>
              <groupId>org.apache.jena</groupId><artifactId>jena-fuseki-main</artifactId><version>%1$s</version>
            </dependency>
            <dependency>
              <groupId>org.apache.jena</groupId><artifactId>jena-cmds</artifactId><version>%1$s</version>
            </dependency>
            <dependency>
              <groupId>org.apache.logging.log4j</groupId><artifactId>log4j-slf4j2-impl</artifactId>
              <version>%2$s</version>
            </dependency>
            <dependency>
              <groupId>org.apache.logging.log4j</groupId><artifactId>log4j-core</artifactId><version>%2$s</version>
            </dependency>
          </dependencies>
        </project>
        """;

    private final Path folder;
    private final int port;
    private final String heap;
    private final OwnProcess process;
    private String classPath = "";

    FusekiPeer(Path folder, int port, String heap) {
        this.folder = folder;
        this.port = port;
        this.heap = heap;
        this.process = new OwnProcess(folder.resolveSibling("fuseki.log"));
    }

    @Override
    public String name() {
        return "Fuseki/TDB2 " + VERSION;
    }

    @Override
    public void load(Path triples) throws IOException, InterruptedException {
        resolve();
        process.run(folder, java("tdb2.tdbloader", "--loc=" + folder.resolve("tdb2"), triples.toString()));
    }

    private void resolve() throws IOException, InterruptedException {
        if (!classPath.isEmpty()) {
            return;
        }
        Files.createDirectories(folder);
        Path pom = folder.resolve("pom.xml");
        Path output = folder.resolve("classpath.txt");
        Files.writeString(pom, POM.replace("%1$s", VERSION).replace("%2$s", LOGGER));
        process.run(
                folder,
                List.of(
                        "mvn",
                        "-B",
                        "-q",
                        "-f",
                        pom.toString(),
                        "org.apache.maven.plugins:maven-dependency-plugin:3.11.0:build-classpath",
                        "-Dmdep.outputFile=" + output));
        classPath = Files.readString(output).strip();
    }

    private List<String> java(String main, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.add("-Xmx" + heap);
        command.add("-cp");
        command.add(classPath);
        command.add(main);
        command.addAll(List.of(arguments));
        return command;
    }

    @Override
    public Endpoint start() throws IOException, InterruptedException {
        resolve();
        Endpoint endpoint = new Endpoint(URI.create("http://localhost:" + port + "/city/sparql"));
        List<String> command = java(
                "org.apache.jena.fuseki.main.cmds.FusekiMainCmd",
                "--localhost",
                "--port=" + port,
                "--loc=" + folder.resolve("tdb2"),
                "/city");
        process.serve(folder, command, endpoint);
        return endpoint;
    }

    @Override
    public void close() {
        process.close();
    }
}
