package de.stadtgraph.snapshot.build;

import de.stadtgraph.snapshot.SnapshotFault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.jena.atlas.json.JSON;
import org.apache.jena.atlas.json.JsonArray;
import org.apache.jena.atlas.json.JsonObject;

/// What is in the folder of an index; written last, so a folder without it was never finished.
///
/// @param name what the index is of: a release, a state
/// @param quads number of quads
/// @param source SHA-256 of the file it was made from; empty for a merge
/// @param segments the segments of a merge, in the order of its `remap` files
/// @param files every other file of the folder, sorted by name
public record Manifest(String name, long quads, String source, List<Segment> segments, Map<String, FileEntry> files) {
    public static final String FILE = "manifest.json";
    static final int FORMAT = 3;

    public Manifest {
        segments = List.copyOf(segments);
        files = Map.copyOf(files);
    }

    /// A segment of a merge.
    ///
    /// @param folder its folder, from the folder of the merge
    /// @param digest SHA-256 of its manifest
    /// @param merged whether its quads are in the merged permutations
    public record Segment(String folder, String digest, boolean merged) {}

    /// A file.
    ///
    /// @param bytes its length
    /// @param digest its SHA-256
    public record FileEntry(long bytes, String digest) {}

    /// Forces all files of a folder to the disk, notes their digests and writes the manifest.
    ///
    /// @param draft the manifest without its files
    public static Manifest seal(Path folder, Manifest draft) {
        try {
            var files = new TreeMap<String, FileEntry>();
            for (Path file : list(folder)) {
                force(file);
                String relative = folder.relativize(file).toString();
                files.put(relative, new FileEntry(Files.size(file), digest(file)));
            }
            var manifest = new Manifest(draft.name(), draft.quads(), draft.source(), draft.segments(), files);
            manifest.write(folder.resolve(FILE));
            force(folder);
            return manifest;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> tree = Files.walk(folder)) {
            return tree.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /// Forces a file or a folder to the disk.
    public static void force(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /// SHA-256 of a file in hexadecimal digits.
    public static String digest(Path file) throws IOException {
        MessageDigest digest = sha256();
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 18);
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (channel.read(buffer) >= 0) {
                digest.update(buffer.flip());
                buffer.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private String text() {
        var all = new JsonObject();
        all.put("format", FORMAT);
        all.put("name", name);
        all.put("quads", quads);
        all.put("source", source);
        var parts = new JsonArray();
        for (Segment segment : segments) {
            var part = new JsonObject();
            part.put("folder", segment.folder());
            part.put("digest", segment.digest());
            part.put("merged", segment.merged());
            parts.add(part);
        }
        all.put("segments", parts);
        var entries = new JsonObject();
        new TreeMap<>(files).forEach((path, entry) -> {
            var one = new JsonObject();
            one.put("bytes", entry.bytes());
            one.put("sha256", entry.digest());
            entries.put(path, one);
        });
        all.put("files", entries);
        return all.toString();
    }

    private void write(Path file) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW)) {
            ByteBuffer bytes = ByteBuffer.wrap(text().getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
    }

    /// Reads the manifest of a folder and compares the lengths of its files.
    ///
    /// @throws SnapshotFault when the folder was not finished, is of a foreign version, or lacks a file
    public static Manifest read(Path folder) {
        Path file = folder.resolve(FILE);
        try {
            Manifest manifest = parse(file, Files.readString(file));
            for (Map.Entry<String, FileEntry> entry : manifest.files().entrySet()) {
                Path part = folder.resolve(entry.getKey());
                if (!Files.isRegularFile(part)
                        || Files.size(part) != entry.getValue().bytes()) {
                    throw new SnapshotFault(part, "the file is missing or has another length");
                }
            }
            return manifest;
        } catch (IOException e) {
            throw new SnapshotFault(file, "the index was not finished", e);
        }
    }

    private static Manifest parse(Path file, String text) {
        try {
            JsonObject all = JSON.parse(text);
            int format = all.get("format").getAsNumber().value().intValue();
            if (format != FORMAT) {
                throw new SnapshotFault(file, "the index has format version " + format);
            }
            List<Segment> segments = new ArrayList<>();
            for (var part : all.get("segments").getAsArray()) {
                JsonObject one = part.getAsObject();
                segments.add(new Segment(one.getString("folder"), one.getString("digest"), one.getBoolean("merged")));
            }
            var files = new TreeMap<String, FileEntry>();
            all.get("files").getAsObject().forEach((path, entry) -> {
                JsonObject one = entry.getAsObject();
                files.put(
                        path,
                        new FileEntry(one.get("bytes").getAsNumber().value().longValue(), one.getString("sha256")));
            });
            long quads = all.get("quads").getAsNumber().value().longValue();
            var manifest = new Manifest(all.getString("name"), quads, all.getString("source"), segments, files);
            if (!manifest.text().equals(text)) {
                throw new SnapshotFault(file, "the manifest is damaged: it is not as it was written");
            }
            return manifest;
        } catch (SnapshotFault e) {
            throw e;
        } catch (RuntimeException e) {
            throw new SnapshotFault(file, "the manifest is damaged", e);
        }
    }

    /// Compares the digests of all files of a folder.
    ///
    /// @throws SnapshotFault when one is another
    public void verify(Path folder) {
        verify(folder, "");
    }

    /// Compares the digests of the files of an index beside it.
    ///
    /// @param side name of its folder
    /// @throws SnapshotFault when one is another
    public void verifySide(Path folder, String side) {
        verify(folder, side + "/");
    }

    /// Names of the indexes beside it.
    public Set<String> sides() {
        return files.keySet().stream()
                .filter(path -> path.indexOf('/') > 0)
                .map(path -> path.substring(0, path.indexOf('/')))
                .collect(Collectors.toSet());
    }

    private void verify(Path folder, String beginning) {
        files.forEach((path, entry) -> {
            if (!path.startsWith(beginning)) {
                return;
            }
            Path file = folder.resolve(path);
            try {
                if (!digest(file).equals(entry.digest())) {
                    throw new SnapshotFault(file, "its SHA-256 is not that of the manifest");
                }
            } catch (IOException e) {
                throw new SnapshotFault(file, "the file cannot be read", e);
            }
        });
    }
}
