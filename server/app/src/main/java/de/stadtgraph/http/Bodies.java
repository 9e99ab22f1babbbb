package de.stadtgraph.http;

import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/// Sends complete bodies, packed with gzip level 1 from 1 KB on. Stateless.
public final class Bodies {
    private static final int WORTH_PACKING = 1024;

    private Bodies() {}

    /// Sends a body with its length; an `ETag` set before gets the suffix of the coding.
    public static void send(Context context, String contentType, byte[] body) {
        context.contentType(contentType);
        context.header(Headers.COMPLETE, "true");
        if (body.length < WORTH_PACKING || !acceptsGzip(context.header("Accept-Encoding"))) {
            context.result(body);
            return;
        }
        String tag = context.res().getHeader("ETag");
        if (tag != null && !tag.startsWith("W/")) {
            context.header("ETag", EntityTags.packed(tag));
        }
        context.header("Content-Encoding", "gzip");
        context.result(pack(body));
    }

    /// Answers 304 when the caller's copy is good (RFC 9110, section 13.2.2).
    static boolean isUnchanged(Context context, String tag, Instant modified) {
        String tags = context.header("If-None-Match");
        Optional<String> good = EntityTags.match(tags, tag);
        if (good.isPresent()) {
            context.header("ETag", good.get()).status(304);
            return true;
        }
        if (tags == null && isSince(context.header("If-Modified-Since"), modified)) {
            context.status(304);
            return true;
        }
        return false;
    }

    static boolean acceptsGzip(@Nullable String header) {
        if (header == null) {
            return false;
        }
        for (String member : header.split(",", -1)) {
            String coding = member.strip();
            if (coding.equals("gzip") || (coding.startsWith("gzip;") && !coding.matches("gzip;\\s*q=0(\\.0*)?"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSince(@Nullable String header, Instant modified) {
        if (header == null) {
            return false;
        }
        try {
            Instant copy = ZonedDateTime.parse(header, DateTimeFormatter.RFC_1123_DATE_TIME)
                    .toInstant();
            return !modified.truncatedTo(ChronoUnit.SECONDS).isAfter(copy);
        } catch (DateTimeParseException _) {
            return false;
        }
    }

    /// A stream that packs what is written to it.
    static OutputStream packing(OutputStream out) throws IOException {
        return new FastGzip(out);
    }

    private static byte[] pack(byte[] body) {
        var packed = new ByteArrayOutputStream(body.length / 4 + 64);
        try (OutputStream gzip = new FastGzip(packed)) {
            gzip.write(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    /// gzip level 1: most of the gain for little time.
    private static final class FastGzip extends GZIPOutputStream {
        FastGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
