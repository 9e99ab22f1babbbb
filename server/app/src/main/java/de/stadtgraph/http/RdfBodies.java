package de.stadtgraph.http;

import java.io.ByteArrayOutputStream;
import java.util.Map;
import org.apache.jena.graph.Graph;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.RDFWriter;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Quad;
import org.apache.jena.sparql.graph.GraphFactory;

/// Writes a small set of quads in any RDF format. The triples are the same in every format; N-Quads and TriG also say
/// which graph they come from. Stateless.
public final class RdfBodies {
    private static final Map<String, RDFFormat> WRITERS = Map.of(
            "ttl", RDFFormat.TURTLE_PRETTY,
            "jsonld", RDFFormat.JSONLD11_PLAIN,
            "nt", RDFFormat.NTRIPLES_UTF8,
            "rdf", RDFFormat.RDFXML_PLAIN,
            "nq", RDFFormat.NQUADS_UTF8,
            "trig", RDFFormat.TRIG_PRETTY);

    private RdfBodies() {}

    public static byte[] write(Format format, Iterable<Quad> quads) {
        RDFFormat writer = WRITERS.getOrDefault(format.suffix(), RDFFormat.TURTLE_PRETTY);
        var bytes = new ByteArrayOutputStream(1 << 13);
        if (writer.equals(RDFFormat.NQUADS_UTF8) || writer.equals(RDFFormat.TRIG_PRETTY)) {
            RDFWriter.source(dataset(quads)).format(writer).output(bytes);
            return bytes.toByteArray();
        }
        RDFWriter.source(graph(quads)).format(writer).output(bytes);
        return bytes.toByteArray();
    }

    private static Graph graph(Iterable<Quad> quads) {
        Graph graph = GraphFactory.createDefaultGraph();
        graph.getPrefixMapping().setNsPrefixes(Prefixes.ALL);
        quads.forEach(quad -> graph.add(quad.asTriple()));
        return graph;
    }

    private static DatasetGraph dataset(Iterable<Quad> quads) {
        DatasetGraph dataset = DatasetGraphFactory.create();
        Prefixes.ALL.forEach(dataset.prefixes()::add);
        quads.forEach(dataset::add);
        return dataset;
    }
}
