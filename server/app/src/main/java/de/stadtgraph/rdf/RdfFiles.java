package de.stadtgraph.rdf;

import com.apicatalog.jsonld.JsonLdError;
import com.apicatalog.jsonld.JsonLdErrorCode;
import com.apicatalog.jsonld.JsonLdOptions;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFLanguages;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.lang.LangJSONLD11;
import org.apache.jena.riot.system.ErrorHandler;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/// Reads RDF files without ever fetching anything: no remote JSON-LD context, no import.
///
/// Every reader here is strict: a file that does not parse ends in a [ServerException] of the code
/// [ErrorCode#RDF_SYNTAX] that names file, line and column. Stateless.
public final class RdfFiles {
    private RdfFiles() {}

    /// Reads a whole file into memory.
    public static Graph read(Path file) {
        Graph graph = GraphFactory.createDefaultGraph();
        stream(file, StreamRDFLib.graph(graph));
        return graph;
    }

    /// Reads a whole file of quads into memory as triples, whatever graph they are in.
    public static Graph readTriples(Path file) {
        Graph graph = GraphFactory.createDefaultGraph();
        stream(file, new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                graph.add(triple);
            }

            @Override
            public void quad(Quad quad) {
                graph.add(quad.asTriple());
            }
        });
        return graph;
    }

    /// Streams a file; the language follows from its name, also below `.gz`.
    public static void stream(Path file, StreamRDF sink) {
        Lang language = RDFLanguages.filenameToLang(file.toString());
        if (language == null) {
            throw new ServerException(
                    ErrorCode.RDF_SYNTAX,
                    file + ": the name does not tell an RDF format; use .ttl, .nt, .nq, .trig, .jsonld or .rdf.");
        }
        try (InputStream bytes = Files.newInputStream(file)) {
            boolean packed = file.toString().endsWith(".gz");
            try (InputStream content = packed ? new java.util.zip.GZIPInputStream(bytes, 1 << 16) : bytes) {
                stream(content, language, file.toString(), sink);
            }
        } catch (IOException e) {
            throw new ServerException(ErrorCode.SOURCE_UNREADABLE, file + ": cannot be read: " + e.getMessage(), e);
        }
    }

    /// Streams bytes of a known language; `name` stands for them in messages.
    public static void stream(InputStream bytes, Lang language, String name, StreamRDF sink) {
        stream(bytes, language, new Origin(name, "urn:file:"), sink);
    }

    /// Where bytes come from.
    ///
    /// @param name stands for them in messages
    /// @param base what relative IRIs resolve against
    public record Origin(String name, String base) {}

    /// Streams bytes of a known language.
    public static void stream(InputStream bytes, Lang language, Origin origin, StreamRDF sink) {
        String name = origin.name();
        var positions = new Positions(name);
        boolean xml = language.equals(Lang.RDFXML) || language.equals(Lang.TRIX);
        try {
            RDFParser.create()
                    .source(xml ? XmlProlog.withoutDoctype(bytes, name) : bytes)
                    .lang(language)
                    .base(origin.base())
                    .errorHandler(positions)
                    .set(LangJSONLD11.JSONLD_OPTIONS, offline())
                    .parse(sink);
        } catch (RiotException e) {
            throw new ServerException(ErrorCode.RDF_SYNTAX, positions.explain(e), e);
        } catch (IOException e) {
            throw new ServerException(ErrorCode.SOURCE_UNREADABLE, name + ": cannot be read: " + e.getMessage(), e);
        }
    }

    private static JsonLdOptions offline() {
        return new JsonLdOptions((address, options) -> {
            throw new JsonLdError(
                    JsonLdErrorCode.LOADING_REMOTE_CONTEXT_FAILED, "remote contexts are not fetched: " + address);
        });
    }

    /// Remembers where the first error stood.
    private static final class Positions implements ErrorHandler {
        private final String name;
        private String place = "";

        Positions(String name) {
            this.name = name;
        }

        @Override
        public void warning(String message, long line, long column) {
            // A warning is the shapes' business: the statement is kept as it is.
        }

        @Override
        public void error(String message, long line, long column) {
            fatal(message, line, column);
        }

        @Override
        public void fatal(String message, long line, long column) {
            place = line > 0 ? ":" + line + (column > 0 ? ":" + column : "") : "";
            throw new RiotException(message);
        }

        String explain(RiotException e) {
            String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
            return name + place + ": " + message + (message.endsWith(".") ? "" : ".");
        }
    }
}
