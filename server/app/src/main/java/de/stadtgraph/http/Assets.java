package de.stadtgraph.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The files beside the pages, addressed by their digest, so that a browser keeps them for ever. Safe for many threads.
public final class Assets {
    private static final Map<String, String> TYPES =
            Map.of("stadtgraph.css", "text/css; charset=utf-8", "icon.svg", "image/svg+xml");

    /// A file with its media type.
    public record Asset(String contentType, String content) {}

    private final Map<String, Asset> files;
    private final String digest;

    public Assets() {
        var stylesheet = read("stadtgraph.css");
        var icon = read("icon.svg");
        files = Map.of("stadtgraph.css", stylesheet, "icon.svg", icon);
        digest = HexFormat.of()
                .formatHex(
                        EntityTags.sha256((stylesheet.content() + icon.content()).getBytes(StandardCharsets.UTF_8)),
                        0,
                        6);
    }

    /// The address of a file.
    public String path(String name) {
        return "/static/" + digest + "/" + name;
    }

    /// The file at an address, if the digest is today's.
    public Optional<Asset> find(String asked, String name) {
        return asked.equals(digest) ? Optional.ofNullable(files.get(name)) : Optional.empty();
    }

    private static Asset read(String name) {
        try (var bytes = Objects.requireNonNull(Assets.class.getResourceAsStream("/static/" + name), name)) {
            return new Asset(
                    Objects.requireNonNull(TYPES.get(name)), new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
