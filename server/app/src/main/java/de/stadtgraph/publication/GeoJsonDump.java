package de.stadtgraph.publication;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtgraph.rdf.GeoJsonGeometry;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Writes the things of a release that have a geometry as a GeoJSON FeatureCollection (RFC 7946): the IRI as `id`, the
/// statements as properties by the local name of their property; several values of one are a list. Holds one thing.
final class GeoJsonDump implements AutoCloseable {
    private static final String HAS_GEOMETRY = "<http://www.opengis.net/ont/geosparql#hasGeometry>";
    private static final String HAS_DEFAULT_GEOMETRY = "<http://www.opengis.net/ont/geosparql#hasDefaultGeometry>";
    private static final String NUMBER = "http://www.w3.org/2001/XMLSchema#(integer|decimal|int|long)>";

    private final Map<String, String> geometries;
    private final JsonGenerator out;
    private final List<QuadLine> thing = new ArrayList<>();
    private long features;

    private GeoJsonDump(Map<String, String> geometries, JsonGenerator out) {
        this.geometries = geometries;
        this.out = out;
    }

    /// Writes the file, unless no thing has a geometry that GeoJSON knows.
    static Optional<FileDigest> write(Path quads, ReleaseProfile profile, Path target) throws IOException {
        if (profile.geometries().isEmpty()) {
            return Optional.empty();
        }
        Path plain = target.resolveSibling("geojson.tmp");
        long features;
        try (var lines = LineReader.open(quads);
                var bytes = new BufferedOutputStream(Files.newOutputStream(plain), 1 << 16);
                var dump = new GeoJsonDump(
                        profile.geometries(), new JsonFactory().createGenerator(bytes, JsonEncoding.UTF8))) {
            dump.out.writeStartObject();
            dump.out.writeStringField("type", "FeatureCollection");
            dump.out.writeArrayFieldStart("features");
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                dump.add(QuadLine.of(line));
            }
            dump.end();
            dump.out.writeEndArray();
            dump.out.writeEndObject();
            features = dump.features;
        }
        FileDigest digest = pack(plain, target);
        Files.delete(plain);
        if (features == 0) {
            Files.delete(target);
            return Optional.empty();
        }
        return Optional.of(digest);
    }

    private static FileDigest pack(Path plain, Path target) throws IOException {
        try (var lines = LineReader.open(plain);
                var packed = DurableFile.create(target)) {
            for (byte[] line = lines.next(); line != null; line = lines.next()) {
                packed.line(line);
            }
            return packed.finish();
        }
    }

    private void add(QuadLine line) throws IOException {
        if (!thing.isEmpty() && !thing.getFirst().subject().equals(line.subject())) {
            end();
        }
        thing.add(line);
    }

    /// Writes the thing that was collected, if it has a geometry.
    private void end() throws IOException {
        Optional<String> geometry =
                geometry(HAS_DEFAULT_GEOMETRY).or(() -> geometry(HAS_GEOMETRY)).flatMap(GeoJsonGeometry::of);
        if (geometry.isPresent()) {
            features++;
            out.writeRaw(features == 1 ? "\n" : ",\n");
            out.writeStartObject();
            out.writeStringField("type", "Feature");
            out.writeStringField("id", QuadLine.iri(thing.getFirst().subject()));
            out.writeFieldName("geometry");
            out.writeRawValue(geometry.get());
            out.writeObjectFieldStart("properties");
            for (Map.Entry<String, List<QuadLine>> property : properties().entrySet()) {
                values(property.getKey(), property.getValue());
            }
            out.writeEndObject();
            out.writeEndObject();
        }
        thing.clear();
    }

    private Optional<String> geometry(String property) {
        return thing.stream()
                .filter(line -> line.predicate().equals(property))
                .flatMap(line -> Optional.ofNullable(geometries.get(line.value())).stream())
                .findFirst();
    }

    private Map<String, List<QuadLine>> properties() {
        Map<String, List<QuadLine>> properties = new LinkedHashMap<>();
        for (QuadLine line : thing) {
            if (!line.predicate().contains("geosparql#has")) {
                String tag = tag(line.object());
                String name = ReleaseProfile.localName(QuadLine.iri(line.predicate())) + tag;
                properties.computeIfAbsent(name, _ -> new ArrayList<>()).add(line);
            }
        }
        return properties;
    }

    /// `@de` for a text with a language, else nothing.
    private static String tag(String object) {
        int at = object.lastIndexOf("\"@");
        return object.startsWith("\"") && at > 0 && !object.endsWith(">") ? object.substring(at + 1) : "";
    }

    private void values(String name, List<QuadLine> lines) throws IOException {
        out.writeFieldName(name);
        if (lines.size() > 1) {
            out.writeStartArray();
        }
        for (QuadLine line : lines) {
            String value = line.value();
            boolean number = line.object().matches("(?s).*\"\\^\\^<" + NUMBER) && value.matches("-?[0-9]+(\\.[0-9]+)?");
            if (number) {
                out.writeNumber(new java.math.BigDecimal(value));
            } else {
                out.writeString(value);
            }
        }
        if (lines.size() > 1) {
            out.writeEndArray();
        }
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
