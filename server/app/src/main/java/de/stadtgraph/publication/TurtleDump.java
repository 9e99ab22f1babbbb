package de.stadtgraph.publication;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes sorted quads as Turtle: one block a subject, names shortened by the prefixes that releases use. Stateless;
/// holds one line.
final class TurtleDump {
    private static final Map<String, String> PREFIXES = prefixes();

    private TurtleDump() {}

    static FileDigest write(Path quads, Path target) throws IOException {
        try (var lines = LineReader.open(quads);
                var out = DurableFile.create(target)) {
            for (Map.Entry<String, String> prefix : PREFIXES.entrySet()) {
                line(out, "@prefix " + prefix.getValue() + " <" + prefix.getKey() + "> .");
            }
            @Nullable String subject = null;
            @Nullable String open = null;
            for (byte[] bytes = lines.next(); bytes != null; bytes = lines.next()) {
                QuadLine quad = QuadLine.of(bytes);
                boolean same = quad.subject().equals(subject);
                if (open != null) {
                    line(out, open + (same ? " ;" : " ."));
                }
                String verb = shortened(quad.predicate()).orElse(quad.predicate());
                String statement = (verb.equals("rdf:type") ? "a" : verb) + " " + object(quad.object());
                open = same ? "  " + statement : "\n" + quad.subject() + " " + statement;
                subject = quad.subject();
            }
            if (open != null) {
                line(out, open + " .");
            }
            return out.finish();
        }
    }

    private static void line(DurableFile out, String text) throws IOException {
        out.line(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String object(String object) {
        if (object.startsWith("<")) {
            return shortened(object).orElse(object);
        }
        int datatype = object.lastIndexOf("\"^^<");
        if (datatype < 0 || !object.endsWith(">")) {
            return object;
        }
        return shortened(object.substring(datatype + 3))
                .map(name -> object.substring(0, datatype + 3) + name)
                .orElse(object);
    }

    /// `prefix:name` where the name needs no escape.
    private static Optional<String> shortened(String bracketed) {
        int cut = Math.max(bracketed.lastIndexOf('#'), bracketed.lastIndexOf('/')) + 1;
        @Nullable String prefix = cut == 0 ? null : PREFIXES.get(bracketed.substring(1, cut));
        String name = bracketed.substring(cut, bracketed.length() - 1);
        return prefix != null && isPlain(name) ? Optional.of(prefix + name) : Optional.empty();
    }

    private static boolean isPlain(String name) {
        for (int at = 0; at < name.length(); at++) {
            char character = name.charAt(at);
            boolean letter = (character >= 'a' && character <= 'z') || (character >= 'A' && character <= 'Z');
            if (!letter && !(at > 0 && character >= '0' && character <= '9')) {
                return false;
            }
        }
        return !name.isEmpty();
    }

    private static Map<String, String> prefixes() {
        Map<String, String> prefixes = new LinkedHashMap<>();
        prefixes.put("http://www.w3.org/1999/02/22-rdf-syntax-ns#", "rdf:");
        prefixes.put("http://www.w3.org/2000/01/rdf-schema#", "rdfs:");
        prefixes.put("http://www.w3.org/2001/XMLSchema#", "xsd:");
        prefixes.put("http://www.w3.org/2002/07/owl#", "owl:");
        prefixes.put("http://www.w3.org/2004/02/skos/core#", "skos:");
        prefixes.put("http://purl.org/dc/terms/", "dct:");
        prefixes.put("http://schema.org/", "schema:");
        prefixes.put("http://www.opengis.net/ont/geosparql#", "geo:");
        prefixes.put("http://www.w3.org/ns/sosa/", "sosa:");
        prefixes.put("http://purl.org/linked-data/cube#", "qb:");
        prefixes.put("http://purl.org/linked-data/sdmx/2009/dimension#", "sdmx-dimension:");
        prefixes.put("http://purl.org/linked-data/sdmx/2009/measure#", "sdmx-measure:");
        prefixes.put("http://purl.org/linked-data/sdmx/2009/attribute#", "sdmx-attribute:");
        prefixes.put("https://data.jena.de/def/municipal#", "jmo:");
        return prefixes;
    }
}
