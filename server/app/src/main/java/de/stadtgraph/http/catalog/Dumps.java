package de.stadtgraph.http.catalog;

import de.stadtgraph.http.Caching;
import de.stadtgraph.http.Publications;
import de.stadtgraph.http.PublishedRelease.Download;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import io.javalin.http.Context;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.Quad;

/// Release files and graphs as bytes. A file is sent with `Range` and its SHA-256 as entity tag (RFC 9110, section 14);
/// a graph is streamed, and cut when it fails.
final class Dumps {
    private static final Pattern FILE = Pattern.compile("([0-9]{1,12})\\.([a-z.]+?)(\\.sha256)?");
    private static final Pattern RANGE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");
    private final Publications publications;

    Dumps(Publications publications) {
        this.publications = publications;
    }

    /// First and last byte of a part.
    private record Part(long first, long last) {
        long length() {
            return last - first + 1;
        }
    }

    /// Answers `/dump/{slug}/{n}.nq.gz` and `.sha256`.
    void send(Context context) throws IOException {
        String slug = context.pathParam("slug");
        Matcher name = FILE.matcher(context.pathParam("file"));
        if (!name.matches()) {
            throw missing();
        }
        long number = Long.parseLong(name.group(1));
        publications.withdrawn(slug, number).ifPresent(tomb -> {
            throw ReleasePages.gone(slug, name.group(1), tomb);
        });
        Download file = publications.release(slug, number).stream()
                .flatMap(release -> release.files().stream())
                .filter(download -> download.suffix().equals(name.group(2)))
                .findFirst()
                .orElseThrow(Dumps::missing);
        String shown = slug + "-" + name.group(1) + "." + file.suffix();
        context.header("Cache-Control", Caching.RELEASE.value());
        if (name.group(3) != null) {
            context.contentType("text/plain; charset=utf-8").result(file.sha256() + "  " + shown + "\n");
            return;
        }
        context.header("Content-Disposition", "attachment; filename=\"" + shown + "\"");
        bytes(context, file);
    }

    private static void bytes(Context context, Download file) throws IOException {
        String tag = "\"" + file.sha256() + "\"";
        context.header("ETag", tag);
        context.header("Accept-Ranges", "bytes");
        String known = context.header("If-None-Match");
        if (known != null && known.contains(tag)) {
            context.status(304);
            return;
        }
        context.contentType("application/gzip");
        String range = context.header("Range");
        String condition = context.header("If-Range");
        boolean whole = range == null || (condition != null && !condition.equals(tag));
        Part part = whole ? new Part(0, file.bytes() - 1) : part(Objects.requireNonNull(range), file.bytes());
        if (part.first() > part.last()) {
            context.header("Content-Range", "bytes */" + file.bytes()).status(416);
            return;
        }
        if (part.length() < file.bytes()) {
            context.header("Content-Range", "bytes " + part.first() + "-" + part.last() + "/" + file.bytes());
            context.status(206);
        }
        transfer(context, file, part);
    }

    private static void transfer(Context context, Download file, Part part) throws IOException {
        context.res().setContentLengthLong(part.length());
        if (context.req().getMethod().equals("HEAD")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(file.file(), StandardOpenOption.READ);
                var out = Channels.newChannel(context.res().getOutputStream())) {
            long sent = 0;
            while (sent < part.length()) {
                long step = channel.transferTo(part.first() + sent, Math.min(1 << 16, part.length() - sent), out);
                if (step <= 0) {
                    throw new IOException("release file is shorter than its manifest says");
                }
                sent += step;
            }
        }
    }

    /// One part; what cannot be read means the whole, what cannot be had is an empty part.
    private static Part part(String range, long size) {
        Matcher bounds = RANGE.matcher(range.strip());
        if (!bounds.matches() || (bounds.group(1).isEmpty() && bounds.group(2).isEmpty())) {
            return new Part(0, size - 1);
        }
        if (bounds.group(1).isEmpty()) {
            long suffix = Long.parseLong(bounds.group(2));
            return suffix == 0 ? new Part(1, 0) : new Part(Math.max(0, size - suffix), size - 1);
        }
        long first = Long.parseLong(bounds.group(1));
        long last = bounds.group(2).isEmpty() ? size - 1 : Math.min(size - 1, Long.parseLong(bounds.group(2)));
        return first >= size ? new Part(1, 0) : last < first ? new Part(0, size - 1) : new Part(first, last);
    }

    /// Answers `/dump/{slug}.nq.gz`: 307 to the current number.
    static void current(Visit visit) {
        String name = visit.context().pathParam("file");
        int dot = name.indexOf('.');
        String slug = dot < 0 ? name : name.substring(0, dot);
        Long number = visit.generation().releases().get(slug);
        if (dot < 0 || number == null) {
            throw missing();
        }
        visit.context().header("Cache-Control", Caching.CURRENT.value());
        visit.context()
                .header("Location", "/dump/" + slug + "/" + number + name.substring(dot))
                .status(307);
    }

    /// Answers `/graph/{slug}`: N-Triples, streamed, under no row limit.
    static void graph(Visit visit) throws IOException {
        String path = visit.context().pathParam("slug");
        String slug = path.endsWith(".nt") ? path.substring(0, path.length() - ".nt".length()) : path;
        Node graph = visit.site().iris().graph(slug);
        Iterator<Quad> quads = visit.generation().data().find(graph, Node.ANY, Node.ANY, Node.ANY);
        if (!quads.hasNext()) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Diesen Graphen gibt es nicht: " + slug + ".", "There is no such graph: " + slug + "."));
        }
        visit.context().contentType("application/n-triples").header("Cache-Control", Caching.CURRENT.value());
        if (!visit.context().req().getMethod().equals("HEAD")) {
            GraphExport.write(quads, visit.context().res().getOutputStream());
        }
    }

    private static ServerException missing() {
        return new ServerException(
                ErrorCode.NOT_FOUND, new Text("Diese Datei gibt es nicht.", "There is no such release file."));
    }
}
