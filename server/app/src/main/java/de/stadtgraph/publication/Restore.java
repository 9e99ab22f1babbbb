package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.vocabulary.CityIris;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// Unpacks a backup into an empty folder. Every digest is compared before the folder gets its name, so a damaged backup
/// leaves nothing behind.
public final class Restore {
    /// What an entry may be called: below the folders of a backup, no step upwards.
    private static final Pattern NAME =
            Pattern.compile("states\\.log|(releases|workspace|configuration)(/(?!\\.{1,2}(/|$))[^/\\\\\\x00-\\x1f]+)+");

    private static final int MOST_CONTENTS_BYTES = 256 << 20;

    private final CityIris iris;

    public Restore(CityIris iris) {
        this.iris = iris;
    }

    /// Digest of the statements of each graph of the newest state, by dataset.
    public record Restored(State state, Map<String, String> content) {}

    /// @param target a folder that is not there, or is empty
    public Restored read(Path file, Path target) {
        Path folder = target.toAbsolutePath().normalize();
        try {
            requireEmpty(folder);
            requireWhole(file);
            Path parent = Objects.requireNonNull(folder.getParent(), "a data folder has a parent");
            Files.createDirectories(parent);
            Path arriving = parent.resolve(folder.getFileName() + ".restoring");
            if (Files.exists(arriving)) {
                DataFolder.delete(arriving);
            }
            unpack(file, arriving);
            Restored restored = judged(new DataFolder(arriving));
            Files.deleteIfExists(folder);
            Files.move(arriving, folder);
            DurableFile.syncFolder(parent);
            return restored;
        } catch (ZipException e) {
            throw new ServerException(ErrorCode.BAD_ARGUMENT, file + ": is no backup: " + e.getMessage() + ".", e);
        } catch (IOException e) {
            throw Storage.failed(file, e);
        }
    }

    private static void requireEmpty(Path folder) throws IOException {
        if (Files.exists(folder)
                && !(Files.isDirectory(folder) && DataFolder.entries(folder).isEmpty())) {
            throw new ServerException(
                    ErrorCode.BAD_ARGUMENT, folder + ": is not empty; restore into a folder that is, with --data.");
        }
    }

    private static void requireWhole(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new ServerException(ErrorCode.BAD_ARGUMENT, file + ": no such file.");
        }
        var expected = Backup.expected(file);
        if (expected.isPresent() && !expected.get().equals(DurableFile.of(file).sha256())) {
            throw damaged(file, "its digest is not the one of " + file.getFileName() + ".sha256");
        }
    }

    private static void unpack(Path file, Path arriving) throws IOException {
        DataFolder.open(arriving);
        try (var zip = new ZipFile(file.toFile())) {
            Map<String, String> digests = contents(zip, file);
            for (Map.Entry<String, String> wanted : digests.entrySet()) {
                String name = wanted.getKey();
                ZipEntry entry = zip.getEntry(name);
                if (entry == null || !NAME.matcher(name).matches()) {
                    throw damaged(file, "the entry " + name + (entry == null ? " is missing" : " has no good name"));
                }
                Path target = arriving.resolve(name);
                Files.createDirectories(Objects.requireNonNull(target.getParent(), "below the folder"));
                MessageDigest digest = DurableFile.sha256();
                try (InputStream bytes = new DigestInputStream(zip.getInputStream(entry), digest)) {
                    Files.copy(bytes, target);
                }
                if (!HexFormat.of().formatHex(digest.digest()).equals(wanted.getValue())) {
                    DataFolder.delete(arriving);
                    throw damaged(file, "the entry " + name + " is damaged");
                }
            }
        }
    }

    private static Map<String, String> contents(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.CONTENTS);
        if (entry == null) {
            throw damaged(file, "it has no " + Backup.CONTENTS);
        }
        JsonNode root;
        try (InputStream bytes = zip.getInputStream(entry)) {
            root = new ObjectMapper().readTree(bytes.readNBytes(MOST_CONTENTS_BYTES));
        }
        if (root.path("format").asInt() != Backup.FORMAT) {
            throw damaged(file, "it is not of format " + Backup.FORMAT);
        }
        Map<String, String> digests = new TreeMap<>();
        root.path("files")
                .properties()
                .forEach(each -> digests.put(each.getKey(), each.getValue().asText()));
        return digests;
    }

    /// Reads what was unpacked as a server would, and every file of the current releases.
    private Restored judged(DataFolder folder) {
        var releases = new Releases(folder, iris);
        List<State> states = releases.states().states();
        Map<String, String> content = new HashMap<>();
        for (String dataset : releases.datasets()) {
            releases.list(dataset).forEach(Release::verify);
        }
        State state = states.isEmpty() ? State.EMPTY : states.getLast();
        state.releases()
                .forEach((dataset, number) -> content.put(
                        dataset, releases.read(dataset, number).manifest().contentSha256()));
        return new Restored(state, content);
    }

    private static ServerException damaged(Path file, String what) {
        return new ServerException(ErrorCode.RELEASE_DAMAGED, file + ": " + what + "; nothing was restored.");
    }
}
