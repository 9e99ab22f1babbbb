package de.stadtgraph.publication;

import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Dqv;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Sh;
import de.stadtgraph.vocabulary.Spdx;
import java.io.ByteArrayOutputStream;
import java.util.Comparator;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.util.NodeCmp;

/// Turtle that is the same bytes for the same graph, unless it has blank nodes. Stateless.
final class Turtle {
    private static final Comparator<Triple> ORDER = Comparator.comparing(Triple::getSubject, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getPredicate, NodeCmp::compareRDFTerms)
            .thenComparing(Triple::getObject, NodeCmp::compareRDFTerms);

    private Turtle() {}

    static byte[] of(Graph graph) {
        var bytes = new ByteArrayOutputStream();
        StreamRDF out = StreamRDFWriter.getWriterStream(bytes, RDFFormat.TURTLE_BLOCKS);
        out.start();
        out.prefix("dcat", Dcat.NAMESPACE);
        out.prefix("dct", Dct.NAMESPACE);
        out.prefix("dqv", Dqv.NAMESPACE);
        out.prefix("jmo", Jmo.NAMESPACE);
        out.prefix("prov", Prov.NAMESPACE);
        out.prefix("sh", Sh.NAMESPACE);
        out.prefix("spdx", Spdx.NAMESPACE);
        graph.find().toList().stream().sorted(ORDER).forEach(out::triple);
        out.finish();
        return bytes.toByteArray();
    }
}
