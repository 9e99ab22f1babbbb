package de.stadtgraph.query;

import java.util.Arrays;
import java.util.Optional;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.resultset.ResultSetLang;
import org.jspecify.annotations.Nullable;

/// The formats of results: of SELECT and ASK (SPARQL 1.1 results in JSON, XML, CSV, TSV), and of CONSTRUCT and
/// DESCRIBE.
public enum ResultFormat {
    JSON("json", ResultSetLang.RS_JSON, null),
    XML("xml", ResultSetLang.RS_XML, null),
    CSV("csv", ResultSetLang.RS_CSV, null),
    TSV("tsv", ResultSetLang.RS_TSV, null),
    TURTLE("ttl", null, RDFFormat.TURTLE_BLOCKS),
    JSON_LD("jsonld", null, RDFFormat.JSONLD),
    N_TRIPLES("nt", null, RDFFormat.NTRIPLES),
    RDF_XML("rdf", null, RDFFormat.RDFXML_PLAIN),
    N_QUADS("nq", null, RDFFormat.NQUADS),
    TRIG("trig", null, RDFFormat.TRIG_BLOCKS);

    private final String suffix;
    private final @Nullable Lang rows;
    private final @Nullable RDFFormat graph;

    ResultFormat(String suffix, @Nullable Lang rows, @Nullable RDFFormat graph) {
        this.suffix = suffix;
        this.rows = rows;
        this.graph = graph;
    }

    /// The format of a short name.
    public static Optional<ResultFormat> of(String suffix) {
        return Arrays.stream(values())
                .filter(format -> format.suffix.equals(suffix))
                .findFirst();
    }

    public String suffix() {
        return suffix;
    }

    Lang rows() {
        if (rows == null) {
            throw new IllegalStateException(suffix + " holds no rows");
        }
        return rows;
    }

    RDFFormat graph() {
        if (graph == null) {
            throw new IllegalStateException(suffix + " holds no triples");
        }
        return graph;
    }
}
