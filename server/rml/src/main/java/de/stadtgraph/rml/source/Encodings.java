package de.stadtgraph.rml.source;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;

/// The encoding of a file: its byte order mark, else what is declared, else UTF-8.
///
/// @param name as reported
/// @param bytes the file in UTF-8: as it is, or turned into it; what is no character becomes the byte 0xFF
record Encodings(String name, InputStream bytes) {

    static Encodings of(InputStream file, String declared) throws IOException {
        var input = new PushbackInputStream(file, 4);
        byte[] start = input.readNBytes(3);
        if (startsWith(start, 0xEF, 0xBB, 0xBF)) {
            return new Encodings("UTF-8", input);
        }
        if (startsWith(start, 0xFE, 0xFF) || startsWith(start, 0xFF, 0xFE)) {
            boolean big = startsWith(start, 0xFE);
            input.unread(start, 2, start.length - 2);
            return transcoded(input, big ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
        }
        input.unread(start);
        Charset charset = charset(declared);
        return transcoded(input, charset.equals(StandardCharsets.UTF_16) ? StandardCharsets.UTF_16BE : charset);
    }

    private static Encodings transcoded(InputStream input, Charset charset) {
        InputStream utf8 = input;
        if (charset.name().startsWith("UTF-16")) {
            utf8 = new Utf16Input(input, charset);
        } else if (!charset.equals(StandardCharsets.UTF_8)) {
            utf8 = new SingleByteInput(input, charset);
        }
        return new Encodings(charset.name(), utf8);
    }

    private static boolean startsWith(byte[] start, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (start.length <= i || (start[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset charset(String declared) throws BrokenSourceException {
        try {
            return switch (declared.toUpperCase(Locale.ROOT)) {
                case "" -> StandardCharsets.UTF_8;
                case "LATIN-1", "LATIN1" -> StandardCharsets.ISO_8859_1;
                default -> supported(Charset.forName(declared));
            };
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new BrokenSourceException("unknown-encoding", -1, "the encoding " + declared + " is not known");
        }
    }

    /// Only encodings in which the bytes below 0x80 are ASCII, and nothing else is made of them.
    private static Charset supported(Charset charset) throws BrokenSourceException {
        String name = charset.name();
        if (name.startsWith("UTF-16")
                || name.equals("UTF-8")
                || name.equals("US-ASCII")
                || name.startsWith("ISO-8859-")
                || name.startsWith("windows-125")) {
            return charset;
        }
        throw new BrokenSourceException(
                "unknown-encoding",
                -1,
                "the encoding " + name + " is not read; known are UTF-8, UTF-16, US-ASCII, ISO-8859-*, windows-125*");
    }
}
