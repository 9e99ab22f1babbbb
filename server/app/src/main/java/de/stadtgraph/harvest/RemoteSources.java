package de.stadtgraph.harvest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// How each kind of origin becomes one file. One source, one thread.
///
/// A service that gives its answer in pages is asked until it has no more, or fails: half an answer is none.
///
/// @param download what may be asked, and where files arrive
record RemoteSources(Download download) {
    private static final int PAGE = 1000;
    private static final int MOST_PAGES = 10_000;
    private static final int MOST_SMALL_BYTES = 16 << 20;
    private static final Pattern EXCEPTION =
            Pattern.compile("<(?:[A-Za-z]+:)?(?:ServiceExceptionReport|ExceptionReport)[\\s>]");
    private static final Pattern EXCEPTION_TEXT =
            Pattern.compile("<(?:[A-Za-z]+:)?(?:ExceptionText|ServiceException)[^>]*>\\s*([^<]{1,300})");
    private static final Pattern MATCHED = Pattern.compile("numberMatched=\"([0-9]+)\"");
    private static final Pattern RETURNED = Pattern.compile("numberReturned=\"([0-9]+)\"");

    /// The newest file of a folder that fits.
    static Path newest(Origin.Folder folder) throws IOException {
        if (!Files.isDirectory(folder.folder())) {
            throw new IOException(folder.folder() + ": no such folder.");
        }
        var matcher = folder.folder().getFileSystem().getPathMatcher("glob:" + folder.pattern());
        try (Stream<Path> files = Files.list(folder.folder())) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> matcher.matches(file.getFileName()))
                    .max(Comparator.comparing(RemoteSources::modified).thenComparing(Path::toString))
                    .orElseThrow(() ->
                            new IOException(folder.folder() + ": no file fits the pattern " + folder.pattern() + "."));
        }
    }

    private static FileTime modified(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    /// The address of a CKAN resource.
    URI resource(Origin.Ckan ckan) throws IOException, InterruptedException {
        URI asked = URI.create(without(ckan.base(), "/") + "/api/3/action/package_show?id=" + encoded(ckan.dataset()));
        JsonNode answer =
                json(download.get(asked, "application/json", "package.json").file());
        if (!answer.path("success").asBoolean(false)) {
            throw new IOException(asked + ": the catalogue does not know the package " + ckan.dataset() + ".");
        }
        for (JsonNode resource : answer.path("result").path("resources")) {
            boolean wanted = Stream.of("id", "name", "format")
                    .anyMatch(key -> resource.path(key).asText().equalsIgnoreCase(ckan.resource()));
            if (wanted) {
                return address(asked, resource.path("url").asText());
            }
        }
        throw new IOException(asked + ": the package has no resource " + ckan.resource() + ".");
    }

    private static JsonNode json(Path file) throws IOException {
        if (Files.size(file) > MOST_SMALL_BYTES) {
            throw new IOException("the answer of the catalogue is larger than " + MOST_SMALL_BYTES + " bytes.");
        }
        return new ObjectMapper().readTree(file.toFile());
    }

    static URI address(URI from, String text) throws IOException {
        try {
            return from.resolve(text);
        } catch (IllegalArgumentException e) {
            throw new IOException(from + ": names something that is no address: " + text + ".");
        }
    }

    /// All pages of a SensorThings entity set as one answer.
    Path things(Origin.SensorThings things) throws IOException, InterruptedException {
        Path target = download.folder().resolve(Download.safe(Download.name(things.address(), "things")) + ".json");
        URI next = things.address();
        try (var joined = new PagedJson(target, "value")) {
            for (int page = 0; page < MOST_PAGES; page++) {
                Path file = download.get(next, "application/json", "page.tmp").file();
                PagedJson.Page added = joined.add(file, "@iot.nextLink");
                if (added.next().isEmpty()) {
                    return target;
                }
                next = address(next, added.next());
            }
        }
        throw new IOException(things.address() + ": more than " + MOST_PAGES + " pages.");
    }

    /// All features of a type.
    Path features(Origin.Wfs wfs) throws IOException, InterruptedException {
        String name = Download.safe(wfs.type());
        return wfs.output().contains("json") ? geoJson(wfs, name + ".geojson") : gml(wfs, name + ".gml");
    }

    private Path geoJson(Origin.Wfs wfs, String name) throws IOException, InterruptedException {
        Path target = download.folder().resolve(name);
        try (var joined = new PagedJson(target, "features", "type", "FeatureCollection")) {
            for (int page = 0; page < MOST_PAGES; page++) {
                String slice = "&count=" + PAGE + "&startIndex=" + (long) page * PAGE;
                URI asked = URI.create(request(wfs) + slice);
                Path file = download.get(asked, wfs.output(), "page.tmp").file();
                refuseException(asked, file);
                if (joined.add(file, "").members() < PAGE) {
                    return target;
                }
            }
        }
        throw new IOException(wfs.address() + ": more than " + MOST_PAGES + " pages.");
    }

    /// A GML answer is one document; a server that held features back is told by its own numbers.
    private Path gml(Origin.Wfs wfs, String name) throws IOException, InterruptedException {
        URI asked = URI.create(request(wfs));
        Path file = download.get(asked, "*/*", name).file();
        String head = refuseException(asked, file);
        Matcher matched = MATCHED.matcher(head);
        Matcher returned = RETURNED.matcher(head);
        if (matched.find() && returned.find() && Long.parseLong(returned.group(1)) < Long.parseLong(matched.group(1))) {
            throw new IOException(asked + ": gives " + returned.group(1) + " of " + matched.group(1)
                    + " features at once; use output application/json, which is fetched in pages.");
        }
        return file;
    }

    private static String request(Origin.Wfs wfs) {
        String address = wfs.address().toString();
        String joint = address.contains("?") ? (address.endsWith("?") || address.endsWith("&") ? "" : "&") : "?";
        return address + joint + "service=WFS&version=2.0.0&request=GetFeature&typeNames=" + encoded(wfs.type())
                + "&outputFormat=" + encoded(wfs.output());
    }

    /// @return the first few thousand characters
    private static String refuseException(URI asked, Path file) throws IOException {
        String head;
        try (var bytes = Files.newInputStream(file)) {
            head = new String(bytes.readNBytes(1 << 13), StandardCharsets.UTF_8);
        }
        if (EXCEPTION.matcher(head).find()) {
            Matcher text = EXCEPTION_TEXT.matcher(head);
            String why = text.find() ? text.group(1).strip().replaceAll("\\s+", " ") : "no reason given";
            throw new IOException(asked + ": the service refuses: " + why + ".");
        }
        return head;
    }

    private static String without(URI address, String end) {
        String text = address.toString();
        return text.endsWith(end) ? text.substring(0, text.length() - end.length()) : text;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// Media types for a DCAT catalogue, the ones that harvesters use first.
    static final List<String> RDF = List.of("application/rdf+xml", "text/turtle;q=0.9", "application/ld+json;q=0.8");
}
