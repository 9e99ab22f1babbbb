package de.stadtgraph.bench.sparql;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/// Writes N-Triples of the benchmark's city, and spells its terms. One thread.
final class TripleFile implements AutoCloseable {
    private static final String DATA = "http://data.stadt.example/";
    private static final String ONTOLOGY = DATA + "ont#";
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    static final String TYPE = iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type");
    static final String LABEL = iri("http://www.w3.org/2000/01/rdf-schema#label");

    private final BufferedWriter out;
    private long triples;

    TripleFile(Path file) throws IOException {
        out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
    }

    void add(String subject, String predicate, String object) throws IOException {
        out.append(subject)
                .append(' ')
                .append(predicate)
                .append(' ')
                .append(object)
                .append(" .\n");
        triples++;
    }

    long triples() {
        return triples;
    }

    static String iri(String iri) {
        return "<" + iri + ">";
    }

    /// Something of the city.
    static String thing(String path) {
        return iri(DATA + path);
    }

    /// A term of the city's ontology.
    static String term(String name) {
        return iri(ONTOLOGY + name);
    }

    static String german(String text) {
        return "\"" + text + "\"@de";
    }

    static String plain(String text) {
        return "\"" + text + "\"";
    }

    static String typed(String text, String datatype) {
        return "\"" + text + "\"^^<" + XSD + datatype + ">";
    }

    static String integer(int value) {
        return typed(Integer.toString(value), "integer");
    }

    static String decimal(double value) {
        return typed(String.format(Locale.ROOT, "%.1f", value), "decimal");
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
