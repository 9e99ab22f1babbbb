package de.stadtgraph.http.catalog;

import de.stadtgraph.http.PublishedRelease;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Dqv;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Rdf;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.core.Quad;

/// Quality measurements in RDF (Data Quality Vocabulary, section 4.3): value, numerator, denominator, metric, time.
///
/// @param iris IRIs of the city
record QualityGraph(CityIris iris) {

    /// One measurement on a dataset.
    List<Quad> measurement(Node dataset, PublishedRelease.QualityValue value, PublishedRelease release) {
        List<Quad> quads = new ArrayList<>();
        String part = value.shape().map(shape -> "-" + fragment(shape)).orElse("");
        Node node = iri(dataset.getURI() + "#measurement-" + value.notation() + part);
        add(quads, dataset, Dqv.HAS_QUALITY_MEASUREMENT, node);
        add(quads, node, Rdf.TYPE, Dqv.QUALITY_MEASUREMENT);
        add(quads, node, Dqv.COMPUTED_ON, dataset);
        add(quads, node, Dqv.IS_MEASUREMENT_OF, iri(iris.iri("kos/quality-metric/" + value.notation())));
        add(quads, node, Dqv.VALUE, literal(share(value), XSDDatatype.XSDdecimal));
        add(quads, node, jmo("numerator"), literal(Long.toString(value.numerator()), XSDDatatype.XSDinteger));
        add(quads, node, jmo("denominator"), literal(Long.toString(value.denominator()), XSDDatatype.XSDinteger));
        add(quads, node, Dct.DATE, literal(release.time().toString(), XSDDatatype.XSDdateTime));
        value.shape().ifPresent(shape -> add(quads, node, Dct.SUBJECT, iri(shape)));
        return quads;
    }

    private static String share(PublishedRelease.QualityValue value) {
        return BigDecimal.valueOf(value.numerator())
                .divide(BigDecimal.valueOf(Math.max(1, value.denominator())), 6, RoundingMode.DOWN)
                .toPlainString();
    }

    /// `trees-HeightInRange` of `…/shapes/trees#HeightInRange`.
    private static String fragment(String shape) {
        return shape.substring(shape.lastIndexOf('/') + 1).replaceAll("[^A-Za-z0-9._~-]", "-");
    }

    private static void add(List<Quad> quads, Node subject, Node property, Node value) {
        quads.add(new Quad(Quad.defaultGraphIRI, subject, property, value));
    }

    private static Node jmo(String name) {
        return iri(Jmo.NAMESPACE + name);
    }

    private static Node iri(String iri) {
        return NodeFactory.createURI(iri);
    }

    private static Node literal(String form, XSDDatatype type) {
        return NodeFactory.createLiteralDT(form, type);
    }
}
