package de.stadtgraph.http.workspace;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.rdf.RdfFiles;
import io.javalin.http.Context;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWrapper;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/// RDF that was sent: read here, strictly and without fetching anything, and handed on as plain lines. So no processor
/// meets an XML entity or a remote context.
///
/// @param language what its media type says
/// @param body as it came, not longer than the limit
record RdfPayload(Lang language, byte[] body) {
    private static final int MOST_BYTES = 1 << 20;
    private static final Map<String, Lang> LANGUAGES = Map.of(
            "text/turtle", Lang.TURTLE,
            "application/x-turtle", Lang.TURTLE,
            "application/n-triples", Lang.NTRIPLES,
            "application/n-quads", Lang.NQUADS,
            "application/trig", Lang.TRIG,
            "application/ld+json", Lang.JSONLD,
            "application/rdf+xml", Lang.RDFXML);
    private static final Set<Lang> QUADS = Set.of(Lang.NQUADS, Lang.TRIG);

    static RdfPayload of(Context context) {
        String type = String.valueOf(context.contentType()).toLowerCase(Locale.ROOT);
        Lang language = LANGUAGES.get(type.split(";", 2)[0].strip());
        if (language == null) {
            throw new ServerException(
                            ErrorCode.UNSUPPORTED_MEDIA_TYPE,
                            new Text("Das ist keines der RDF-Formate.", "This is none of the RDF formats."))
                    .with("accepted", LANGUAGES.keySet().stream().sorted().toList());
        }
        byte[] body = context.bodyAsBytes();
        if (body.length > MOST_BYTES) {
            throw new ServerException(
                            ErrorCode.BODY_TOO_LARGE,
                            new Text(
                                    "Ein Stück RDF hat höchstens " + MOST_BYTES + " Bytes.",
                                    "A piece of RDF has at most " + MOST_BYTES + " bytes."))
                    .with("limit", MOST_BYTES);
        }
        return new RdfPayload(language, body);
    }

    /// Whether it may hold several graphs.
    boolean isOfQuads() {
        return QUADS.contains(language);
    }

    /// Statements as N-Triples or N-Quads.
    record Lines(String contentType, byte[] text) {}

    /// @param base what relative IRIs resolve against
    /// @param isOneGraph whether all of it goes to one graph, so that none may be named
    Lines lines(String base, boolean isOneGraph) {
        var text = new ByteArrayOutputStream(body.length + 64);
        StreamRDF lines = StreamRDFWriter.getWriterStream(text, isOneGraph ? Lang.NTRIPLES : Lang.NQUADS);
        StreamRDF sink = isOneGraph ? new OneGraph(lines) : lines;
        try {
            RdfFiles.stream(new ByteArrayInputStream(body), language, new RdfFiles.Origin("body", base), sink);
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
                                        "Hier geht alles in einen Graphen: " + quad.getGraph() + " darf nicht vorkommen.",
                                        "All of this goes to one graph: it may not name " + quad.getGraph() + "."))
                        .with("accepted", List.of("text/turtle", "application/n-triples"));
            }
            super.triple(quad.asTriple());
        }
    }
}
