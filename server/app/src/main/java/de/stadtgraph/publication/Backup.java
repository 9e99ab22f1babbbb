package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Writes `releases/`, `states.log`, `workspace/` and the configuration into one zip file, whose last entry has the
/// SHA-256 of every other. Raw bytes and generations are not in it: they may go at any time.
///
/// It may run while others publish: the log is read first, and only releases that it names are taken; these never
/// change.
public final class Backup {
    static final String CONTENTS = "backup.json";
    static final String STATES = "states.log";
    static final String CONFIGURATION = "configuration/";
    static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final DataFolder folder;
    private final Releases releases;

    public Backup(DataFolder folder, Releases releases) {
        this.folder = folder;
        this.releases = releases;
    }

    /// What a backup holds.
    ///
    /// @param state number of the newest state
    /// @param releases number of releases
    /// @param bytes size of the file
    /// @param sha256 digest of the file
    public record Summary(long state, int releases, long bytes, String sha256) {}

    /// Writes the file under a temporary name and renames it when it is whole and on the disk.
    ///
    /// @param configuration the configuration file
    /// @throws ServerException when the file is there already
    public Summary write(Path file, Path configuration, Instant time) {
        if (Files.exists(file)) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT, file + ": is there already; name a new file, a backup replaces none.");
        }
        Path target = file.toAbsolutePath();
        Path arriving = target.resolveSibling(target.getFileName() + ".tmp");
        try {
            Files.deleteIfExists(arriving);
            List<State> states = releases.states().states();
            ObjectNode contents = JSON.createObjectNode();
            contents.put("format", FORMAT).put("time", time.toString());
            contents.put("state", states.isEmpty() ? 0 : states.getLast().number());
            int count;
            try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(arriving), 1 << 16);
                    var zip = new ZipOutputStream(out)) {
                zip.setLevel(Deflater.BEST_SPEED);
                count = entries(new Entries(zip, contents.putObject("files")), states, configuration);
                zip.putNextEntry(new ZipEntry(CONTENTS));
                zip.write(JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents));
                zip.closeEntry();
            }
            try (var channel = java.nio.channels.FileChannel.open(arriving, java.nio.file.StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(arriving, target, StandardCopyOption.ATOMIC_MOVE);
            FileDigest digest = DurableFile.of(target);
            return new Summary(contents.path("state").asLong(), count, digest.size(), digest.sha256());
        } catch (IOException e) {
            throw Storage.failed(target, e);
        }
    }

    private int entries(Entries entries, List<State> states, Path configuration) throws IOException {
        var log = new java.io.ByteArrayOutputStream();
        for (State state : states) {
            log.writeBytes(StateLine.write(state));
        }
        entries.add(STATES, new java.io.ByteArrayInputStream(log.toByteArray()));
        if (Files.isRegularFile(configuration)) {
            entries.add(CONFIGURATION + configuration.getFileName(), configuration);
        }
        TreeSet<Path> named = new TreeSet<>();
        states.forEach(state -> state.releases()
                .forEach((dataset, number) ->
                        named.add(folder.releases().resolve(dataset).resolve(Long.toString(number)))));
        for (Path release : named) {
            release(entries, release);
        }
        workspace(entries);
        return named.size();
    }

    private void release(Entries entries, Path release) throws IOException {
        for (Path file : DataFolder.entries(release)) {
            try {
                entries.add(name(file), file);
            } catch (NoSuchFileException e) {
                if (Withdrawal.of(release).isEmpty()) {
                    throw e;
                }
            }
        }
    }

    /// Everything but the folders of runs that go on.
    private void workspace(Entries entries) throws IOException {
        try (Stream<Path> tree = Files.walk(folder.workspace())) {
            for (Path file : tree.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(folder.workspace().resolve("runs")))
                    .sorted()
                    .toList()) {
                entries.add(name(file), file);
            }
        }
    }

    private String name(Path file) {
        return folder.root().relativize(file).toString().replace('\\', '/');
    }

    /// Entries of the zip file and their digests.
    private record Entries(ZipOutputStream zip, ObjectNode digests) {
        void add(String name, Path file) throws IOException {
            try (InputStream bytes = Files.newInputStream(file)) {
                add(name, bytes);
            }
        }

        void add(String name, InputStream bytes) throws IOException {
            MessageDigest digest = DurableFile.sha256();
            zip.putNextEntry(new ZipEntry(name));
            new DigestInputStream(bytes, digest).transferTo(zip);
            zip.closeEntry();
            digests.put(name, HexFormat.of().formatHex(digest.digest()));
        }
    }

    /// The digest that a backup file should have, where a `.sha256` file lies beside it.
    static Optional<String> expected(Path file) throws IOException {
        Path beside = file.resolveSibling(file.getFileName() + ".sha256");
        return Files.isRegularFile(beside)
                ? Optional.of(Files.readString(beside).strip().split("\\s+", 2)[0])
                : Optional.empty();
    }
}
