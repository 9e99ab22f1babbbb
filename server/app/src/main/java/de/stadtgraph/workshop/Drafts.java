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
import java.util.Comparator;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/// The drafts of one kind: one for each shape family or vocabulary, shared by all editors, in a folder of its own.
///
/// A draft begins as a copy of what is released. Each part has a tag of its content; a part is written only by who
/// names the tag that it has, so nobody overwrites what another wrote meanwhile. A part is limited to
/// [#MOST_CHARACTERS], a draft to [#MOST_PARTS]. What was written is on the disk when the call returns.
/// Thread-safe.
public final class Drafts {
    /// Most characters of one part.
    public static final int MOST_CHARACTERS = 1_000_000;

    /// Most parts of one draft.
    public static final int MOST_PARTS = 100;

    /// What a family or vocabulary may be named.
    static final String NAME = "[a-z0-9-]{1,64}";

    private final Released released;
    private final Path folder;

    /// @param folder where the drafts of this kind are kept, below `workspace/` of the data
    public Drafts(Released released, Path folder) {
        this.released = released;
        this.folder = folder;
    }

    /// The part that every draft has.
    public Part main() {
        return released.main();
    }

    /// The text of a part and the tag of this text.
    public record Tagged(String text, String tag) {}

    /// Whether there is a draft of this name.
    public boolean exists(String name) {
        return Files.isDirectory(draft(name));
    }

    /// The file of a part: of the draft, or of what is released where nobody has begun one.
    ///
    /// @throws ServerException [ErrorCode#NOT_FOUND] when there is none
    public Path file(String name, Part part) {
        Path file = files(name).get(part);
        if (file == null) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Diesen Teil gibt es nicht: " + part.name(), "There is no such part: " + part.name()));
        }
        return file;
    }

    /// The text of a part as it is released; empty where there is none.
    public String released(String name, Part part) {
        Path file = released.parts(name).get(part);
        return file == null ? "" : DurableText.read(file);
    }

    private SortedMap<Part, Path> files(String name) {
        return exists(name) ? Part.in(draft(name)) : released.parts(name);
    }

    /// All parts with their tags, in alphabetical order.
    public synchronized SortedMap<Part, Tagged> parts(String name) {
        SortedMap<Part, Tagged> parts = new TreeMap<>(Comparator.comparing(Part::name));
        files(name).forEach((part, file) -> parts.put(part, tagged(DurableText.read(file))));
        return parts;
    }

    /// One part.
    ///
    /// @throws ServerException [ErrorCode#NOT_FOUND] when there is none
    public synchronized Tagged part(String name, Part part) {
        return tagged(DurableText.read(file(name, part)));
    }

    /// Writes a part and gives the new tag.
    ///
    /// @param tag tag of the text that is replaced; empty for a part that is new
    /// @throws ServerException [ErrorCode#PRECONDITION_FAILED] when the part has another text by now
    public synchronized String save(String name, Part part, String text, String tag) {
        if (text.length() > MOST_CHARACTERS) {
            throw new ServerException(
                    ErrorCode.BODY_TOO_LARGE,
                    new Text("Ein Teil hat höchstens 1.000.000 Zeichen.", "A part has at most 1,000,000 characters."));
        }
        if (!released.allows(part)) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text("Dieser Entwurf hat kein " + part.name() + ".", "This draft has no " + part.name() + "."));
        }
        begin(name);
        check(name, part, tag);
        if (!Files.exists(draft(name).resolve(part.name())) && parts(name).size() >= MOST_PARTS) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text("Ein Entwurf hat höchstens 100 Teile.", "A draft has at most 100 parts."));
        }
        DurableText.write(draft(name).resolve(part.name()), text);
        return tag(text);
    }

    /// Removes an example; the shapes themselves stay.
    public synchronized void remove(String name, Part part, String tag) {
        if (part.equals(main())) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text("Ein Entwurf hat immer " + part.name() + ".", "A draft always has " + part.name() + "."));
        }
        begin(name);
        check(name, part, tag);
        try {
            Files.deleteIfExists(draft(name).resolve(part.name()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Throws the draft away; what is released stays.
    public synchronized void discard(String name) {
        if (exists(name)) {
            Path gone = folder.resolve(name + ".gone");
            DurableText.removeFolder(gone);
            DurableText.rename(draft(name), gone);
            DurableText.removeFolder(gone);
        }
    }

    private void check(String name, Part part, String tag) {
        Path file = draft(name).resolve(part.name());
        String current = Files.isRegularFile(file) ? tag(DurableText.read(file)) : "";
        if (!current.equals(tag)) {
            throw new ServerException(
                    ErrorCode.PRECONDITION_FAILED,
                    new Text(
                            part.name() + " wurde inzwischen geändert. Den neuen Stand ansehen und zusammenführen.",
                            part.name() + " was changed meanwhile. Look at the new text and merge."));
        }
    }

    /// Copies what is released where there is no draft; under another name first, so that a draft is whole or not
    /// there.
    private void begin(String name) {
        if (exists(name)) {
            return;
        }
        Path made = folder.resolve(name + ".tmp");
        DurableText.removeFolder(made);
        SortedMap<Part, Tagged> parts = parts(name);
        parts.forEach((part, tagged) -> DurableText.write(made.resolve(part.name()), tagged.text()));
        DurableText.rename(made, draft(name));
    }

    private Path draft(String name) {
        if (!name.matches(NAME)) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND, new Text("So heißt hier nichts.", "Nothing here has such a name."));
        }
        return folder.resolve(name);
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
