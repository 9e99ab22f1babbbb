package de.stadtgraph.bench.mapping;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/// Builds the peer with Maven when it has changed: its libraries are loaded then and lie apart from the server's.
final class PeerBuild {
    private static final String FOLDER = "server/bench/carml";

    private PeerBuild() {}

    /// The peer's class path.
    ///
    /// @param checkout the folder of the launcher
    /// @param log where Maven's words go
    static String classPath(Path checkout, Path log) {
        Path folder = checkout.resolve(FOLDER).toAbsolutePath();
        Path jar = folder.resolve("target/carml-peer-1.jar");
        if (!Files.isRegularFile(jar) || isOlder(jar, folder)) {
            build(folder, log);
        }
        return jar + File.pathSeparator + folder.resolve("target/lib") + "/*";
    }

    private static boolean isOlder(Path jar, Path folder) {
        try (Stream<Path> sources = Files.walk(folder.resolve("src"))) {
            FileTime built = Files.getLastModifiedTime(jar);
            for (Path source :
                    Stream.concat(sources, Stream.of(folder.resolve("pom.xml"))).toList()) {
                if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
                    return true;
                }
            }
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void build(Path folder, Path log) {
        try {
            int exit = new ProcessBuilder(List.of("mvn", "-B", "-ntp", "package"))
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start()
                    .waitFor();
            if (exit != 0) {
                throw new ServerException(
                        ErrorCode.BAD_ARGUMENT,
                        "CARML could not be built (Maven's words are in " + log
                                + "); --without-peer measures ours alone.");
            }
        } catch (IOException e) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT, "Maven (mvn) was not found; --without-peer measures ours alone.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ServerException(ErrorCode.BAD_ARGUMENT, "The build of CARML was interrupted.", e);
        }
    }
}
