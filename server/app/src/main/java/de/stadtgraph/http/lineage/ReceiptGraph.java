package de.stadtgraph.http.lineage;

import de.stadtgraph.http.ReleaseDetails;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Spdx;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// A receipt in PROV: the thing is derived from records, records are part of fetched files, the release from these, by
/// the mapping. One request.
final class ReceiptGraph {
    private static final Node PRIMARY_SOURCE = NodeFactory.createURI(Prov.NAMESPACE + "hadPrimarySource");

    private final CityIris iris;
    private final List<Quad> quads = new ArrayList<>();

    ReceiptGraph(CityIris iris) {
        this.iris = iris;
    }

    List<Quad> of(Receipt receipt) {
        for (Receipt.Part part : receipt.parts()) {
            String slug = part.dataset().slug();
            Node release = iris.release(slug, part.release().number());
            add(receipt.thing(), Prov.WAS_DERIVED_FROM, release);
            add(release, Rdf.TYPE, Prov.ENTITY);
            add(release, Dct.IS_PART_OF, part.dataset().node());
            add(release, Dct.ISSUED, literal(part.release().time().toString(), XSDDatatype.XSDdateTime));
            for (ReleaseDetails.Origin origin : part.origins()) {
                record(receipt.thing(), release, origin);
            }
        }
        return quads;
    }

    private void record(Node thing, Node release, ReleaseDetails.Origin origin) {
        String name = origin.source().name().replaceAll("[^A-Za-z0-9._~-]", "-");
        Node file = NodeFactory.createURI(release.getURI() + "#source-" + name);
        Node record = NodeFactory.createURI(file.getURI() + "-record-" + origin.record());
        add(thing, PRIMARY_SOURCE, record);
        add(record, Rdf.TYPE, Prov.ENTITY);
        add(record, Dct.IS_PART_OF, file);
        add(record, Dct.IDENTIFIER, literal(Long.toString(origin.record()), XSDDatatype.XSDinteger));
        if (origin.rule().startsWith("http")) {
            add(record, Dct.CONFORMS_TO, NodeFactory.createURI(origin.rule()));
        }
        add(release, Prov.WAS_DERIVED_FROM, file);
        add(file, Rdf.TYPE, Prov.ENTITY);
        add(file, Dct.TITLE, NodeFactory.createLiteralString(origin.source().file()));
        add(file, Dct.DATE, literal(origin.source().fetched().toString(), XSDDatatype.XSDdateTime));
        Node checksum = NodeFactory.createURI(file.getURI() + "-checksum");
        add(file, Spdx.CHECKSUM, checksum);
        add(checksum, Rdf.TYPE, Spdx.CHECKSUM_CLASS);
        add(checksum, Spdx.ALGORITHM, Spdx.CHECKSUM_ALGORITHM_SHA256);
        add(checksum, Spdx.CHECKSUM_VALUE, literal(origin.source().sha256(), XSDDatatype.XSDhexBinary));
    }

    private void add(Node subject, Node property, Node value) {
        Quad quad = new Quad(Quad.defaultGraphIRI, subject, property, value);
        if (!quads.contains(quad)) {
            quads.add(quad);
        }
    }

    private static Node literal(String form, XSDDatatype type) {
        return NodeFactory.createLiteralDT(form, type);
    }
}
