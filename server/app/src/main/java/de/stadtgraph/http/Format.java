package de.stadtgraph.http;

import java.util.List;

/// One representation that a route can give. Immutable.
///
/// @param suffix ending of the address and short name in `?format=`
/// @param mediaType what the answer says in `Content-Type`
/// @param aliases media types that ask for it and get `mediaType`
/// @param echoed media types that ask for it and get themselves as `Content-Type`
public record Format(String suffix, String mediaType, List<String> aliases, List<String> echoed) {

    public Format {
        aliases = List.copyOf(aliases);
        echoed = List.copyOf(echoed);
    }

    /// A format with no other names.
    public static Format of(String suffix, String mediaType) {
        return new Format(suffix, mediaType, List.of(), List.of());
    }

    /// Whether the media type names this format, under any of its names.
    public boolean isNamed(String type) {
        return mediaType.equals(type) || aliases.contains(type) || echoed.contains(type);
    }

    /// The value of `Content-Type`: text in UTF-8 says so.
    public String contentType() {
        return withCharset(mediaType);
    }

    static String withCharset(String type) {
        return type.startsWith("text/") ? type + "; charset=utf-8" : type;
    }
}
