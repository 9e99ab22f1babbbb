package de.stadtgraph.http.workspace;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;
import org.jspecify.annotations.Nullable;

/// RDF that was sent: read here, strictly and without fetching anything, and handed on as plain lines. So no processor
/// meets an XML entity or a remote context.
///
/// @param parts the body, or the files of a form; together not longer than the limit
record RdfPayload(List<Part> parts) {
    private static final int MOST_BYTES = 1 << 20;
    private static final String FORM = "multipart/form-data";
    private static final Map<String, Lang> LANGUAGES = Map.of(
            "text/turtle", Lang.TURTLE,
            "application/x-turtle", Lang.TURTLE,
            "application/n-triples", Lang.NTRIPLES,
            "application/n-quads", Lang.NQUADS,
            "application/trig", Lang.TRIG,
            "application/ld+json", Lang.JSONLD,
            "application/rdf+xml", Lang.RDFXML);
    private static final Set<Lang> QUADS = Set.of(Lang.NQUADS, Lang.TRIG);

    /// One document.
    ///
    /// @param language what its media type says
    record Part(Lang language, byte[] body) {}

    static RdfPayload of(Context context) {
        String type = media(context.contentType());
        List<Part> parts = type.equals(FORM)
                ? context.uploadedFiles().stream().map(RdfPayload::part).toList()
                : List.of(new Part(language(type), context.bodyAsBytes()));
        if (parts.isEmpty()) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST, new Text("Das Formular hat keine Datei.", "The form has no file."));
        }
        if (parts.stream().mapToLong(part -> part.body().length).sum() > MOST_BYTES) {
            throw new ServerException(
                            ErrorCode.BODY_TOO_LARGE,
                            new Text(
                                    "Ein Stück RDF hat höchstens " + MOST_BYTES + " Bytes.",
                                    "A piece of RDF has at most " + MOST_BYTES + " bytes."))
                    .with("limit", MOST_BYTES);
        }
        return new RdfPayload(parts);
    }

    private static Part part(UploadedFile file) {
        try (InputStream content = file.content()) {
            return new Part(language(media(file.contentType())), content.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String media(@Nullable String contentType) {
        return String.valueOf(contentType)
                .toLowerCase(Locale.ROOT)
                .split(";", 2)[0]
                .strip();
    }

    private static Lang language(String type) {
        Lang language = LANGUAGES.get(type);
        if (language == null) {
            throw new ServerException(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            new Text("Das ist keines der RDF-Formate.", "This is none of the RDF formats."))
                    .with("accepted", LANGUAGES.keySet().stream().sorted().toList());
        }
        return language;
    }

    /// Whether it may hold several graphs.
    boolean isOfQuads() {
        return parts.stream().map(Part::language).anyMatch(QUADS::contains);
    }

    /// Statements as N-Triples or N-Quads.
    record Lines(String contentType, byte[] text) {}

    /// @param base what relative IRIs resolve against
    /// @param isOneGraph whether all of it goes to one graph, so that none may be named
    Lines lines(String base, boolean isOneGraph) {
        var text = new ByteArrayOutputStream();
        StreamRDF lines = StreamRDFWriter.getWriterStream(text, isOneGraph ? Lang.NTRIPLES : Lang.NQUADS);
        StreamRDF sink = isOneGraph ? new OneGraph(lines) : lines;
        try {
            for (Part part : parts) {
                var origin = new RdfFiles.Origin("body", base);
                RdfFiles.stream(new ByteArrayInputStream(part.body()), part.language(), origin, sink);
            }
        } catch (StackOverflowError e) {
            throw new ServerException(
                    ErrorCode.RDF_SYNTAX, new Text("Zu tief verschachtelt.", "It is nested too deeply."), e);
        }
        return new Lines(isOneGraph ? "application/n-triples" : "application/n-quads", text.toByteArray());
    }

    private static final class OneGraph extends StreamRDFWrapper {
        OneGraph(StreamRDF sink) {
            super(sink);
        }

        @Override
        public void quad(Quad quad) {
            if (!quad.isDefaultGraph()) {
                throw new ServerException(
                                ErrorCode.BAD_REQUEST,
                                new Text(
                                        "Hier geht alles in einen Graphen: " + quad.getGraph()
                                                + " darf nicht vorkommen.",
                                        "All of this goes to one graph: it may not name " + quad.getGraph() + "."))
                        .with("accepted", List.of("text/turtle", "application/n-triples"));
            }
            super.triple(quad.asTriple());
        }
    }
}
