package de.stadtgraph.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/// The files beside the pages, addressed by their digest, so that a browser keeps them for ever. Safe for many threads.
public final class Assets {
    private static final String STYLE = "text/css; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";
    private static final Map<String, String> TYPES = Map.of(
            "stadtgraph.css", STYLE,
            "icon.svg", "image/svg+xml",
            "site.js", SCRIPT,
            "workbench.js", SCRIPT,
            "editor.js", SCRIPT,
            "complete.js", SCRIPT,
            "results.js", SCRIPT,
            "shapes.js", SCRIPT,
            "snippets.js", SCRIPT);

    /// A file with its media type.
    public static final class Asset {
        private final String contentType;
        private final byte[] content;

        Asset(String contentType, byte[] content) {
            this.contentType = contentType;
            this.content = content;
        }

        public String contentType() {
            return contentType;
        }

        public byte[] content() {
            return content;
        }
    }

    private final Map<String, Asset> files = new TreeMap<>();
    private final String digest;
    private final String importMap;

    public Assets() {
        TYPES.forEach((name, type) -> files.put(name, new Asset(type, read("/static/" + name))));
        EditorModules.resources().forEach((name, path) -> files.put(name, new Asset(SCRIPT, read(path))));
        StringBuilder digests = new StringBuilder();
        files.forEach((name, file) ->
                digests.append(name).append(HexFormat.of().formatHex(EntityTags.sha256(file.content()))));
        digest = HexFormat.of().formatHex(EntityTags.sha256(EntityTags.bytes(digests.toString())), 0, 6);
        importMap = EditorModules.importMap(path(""));
    }

    /// The address of a file.
    public String path(String name) {
        return "/static/" + digest + "/" + name;
    }

    /// Where the names of the editor's modules lead; it stands in the head of the pages with an editor.
    public String importMap() {
        return importMap;
    }

    /// The import map as the content security policy names it.
    String importMapDigest() {
        return "'sha256-" + Base64.getEncoder().encodeToString(EntityTags.sha256(EntityTags.bytes(importMap))) + "'";
    }

    /// The file at an address, if the digest is today's.
    public Optional<Asset> find(String asked, String name) {
        return asked.equals(digest) ? Optional.ofNullable(files.get(name)) : Optional.empty();
    }

    private static byte[] read(String path) {
        try (var bytes = Objects.requireNonNull(Assets.class.getResourceAsStream(path), path)) {
            return bytes.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
