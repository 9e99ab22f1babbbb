package de.stadtgraph.workshop;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The drafts of shape families: one a family, shared by all editors, in `workspace/shapes/{family}/`.
///
/// A draft begins as a copy of the family as it is. Each part has a tag of its content; a part is written only by who
/// names the tag that it has, so nobody overwrites what another wrote meanwhile. A part is limited to
/// [#MOST_CHARACTERS], a draft to [#MOST_PARTS]. What was written is on the disk when the call returns.
/// Thread-safe.
public final class Drafts {
    /// Most characters of one part.
    public static final int MOST_CHARACTERS = 1_000_000;

    /// Most parts of one draft.
    public static final int MOST_PARTS = 100;

    private final Path released;
    private final Path folder;

    /// @param released the folder `shapes/` of the checkout
    /// @param workspace the folder `workspace/` of the data
    public Drafts(Path released, Path workspace) {
        this.released = released;
        this.folder = workspace.resolve("shapes");
    }

    /// The text of a part and the tag of this text.
    public record Tagged(String text, String tag) {}

    /// Whether there is a draft of this family.
    public boolean exists(String family) {
        return Files.isDirectory(draft(family));
    }

    /// Folder with the draft, or with the family as it is where nobody has begun one.
    public Path folder(String family) {
        return exists(family) ? draft(family) : released(family);
    }

    /// All parts with their tags, in alphabetical order.
    public synchronized SortedMap<Part, Tagged> parts(String family) {
        SortedMap<Part, Tagged> parts = new TreeMap<>((a, b) -> a.name().compareTo(b.name()));
        Path root = folder(family);
        try (Stream<Path> files = Files.walk(root, 2)) {
            files.filter(Files::isRegularFile)
                    .map(file -> root.relativize(file).toString().replace('\\', '/'))
                    .filter(name -> name.matches("shapes\\.ttl|(valid|invalid)/[a-z0-9][a-z0-9-]{0,63}\\.ttl"))
                    .forEach(name -> parts.put(new Part(name), tagged(DurableText.read(root.resolve(name)))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return parts;
    }

    /// One part.
    ///
    /// @throws ServerException [ErrorCode#NOT_FOUND] when there is none
    public synchronized Tagged part(String family, Part part) {
        Path file = folder(family).resolve(part.name());
        if (!Files.isRegularFile(file)) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Diesen Teil gibt es nicht: " + part.name(), "There is no such part: " + part.name()));
        }
        return tagged(DurableText.read(file));
    }

    /// Writes a part and gives the new tag.
    ///
    /// @param tag tag of the text that is replaced; empty for a part that is new
    /// @throws ServerException [ErrorCode#PRECONDITION_FAILED] when the part has another text by now
    public synchronized String save(String family, Part part, String text, String tag) {
        if (text.length() > MOST_CHARACTERS) {
            throw new ServerException(
                    ErrorCode.BODY_TOO_LARGE,
                    new Text("Ein Teil hat höchstens 1.000.000 Zeichen.", "A part has at most 1,000,000 characters."));
        }
        begin(family);
        check(family, part, tag);
        if (!Files.exists(draft(family).resolve(part.name())) && parts(family).size() >= MOST_PARTS) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text("Ein Entwurf hat höchstens 100 Teile.", "A draft has at most 100 parts."));
        }
        DurableText.write(draft(family).resolve(part.name()), text);
        return tag(text);
    }

    /// Removes an example; the shapes themselves stay.
    public synchronized void remove(String family, Part part, String tag) {
        if (part.equals(Part.SHAPES)) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text("Ein Entwurf hat immer shapes.ttl.", "A draft always has shapes.ttl."));
        }
        begin(family);
        check(family, part, tag);
        try {
            Files.deleteIfExists(draft(family).resolve(part.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Throws the draft away; the family stays as it is.
    public synchronized void discard(String family) {
        if (exists(family)) {
            Path gone = folder.resolve(family + ".gone");
            DurableText.removeFolder(gone);
            DurableText.rename(draft(family), gone);
            DurableText.removeFolder(gone);
        }
    }

    private void check(String family, Part part, String tag) {
        Path file = draft(family).resolve(part.name());
        String current = Files.isRegularFile(file) ? tag(DurableText.read(file)) : "";
        if (!current.equals(tag)) {
            throw new ServerException(
                    ErrorCode.PRECONDITION_FAILED,
                    new Text(
                            part.name() + " wurde inzwischen geändert. Den neuen Stand ansehen und zusammenführen.",
                            part.name() + " was changed meanwhile. Look at the new text and merge."));
        }
    }

    /// Copies the family where there is no draft; under another name first, so that a draft is whole or not there.
    private void begin(String family) {
        if (exists(family)) {
            return;
        }
        Path made = folder.resolve(family + ".tmp");
        DurableText.removeFolder(made);
        SortedMap<Part, Tagged> parts = parts(family);
        parts.forEach((part, tagged) -> DurableText.write(made.resolve(part.name()), tagged.text()));
        DurableText.rename(made, draft(family));
    }

    private Path draft(String family) {
        return folder.resolve(checked(family));
    }

    private Path released(String family) {
        Path folderOfFamily = released.resolve(checked(family));
        if (!Files.isRegularFile(folderOfFamily.resolve("shapes.ttl"))) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text(
                            "Es gibt keine Shape-Familie " + family + ".", "There is no shape family " + family + "."));
        }
        return folderOfFamily;
    }

    private static String checked(String family) {
        if (!family.matches("[a-z0-9-]{1,64}")) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND, new Text("So heißt keine Shape-Familie.", "No shape family has such a name."));
        }
        return family;
    }

    private static Tagged tagged(String text) {
        return new Tagged(text, tag(text));
    }

    /// 16 hex digits of the SHA-256 of a text.
    static String tag(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
