package de.stadtgraph.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtgraph.rdf.GeoJsonGeometry;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// Rows as GeoJSON (RFC 7946): a row is a feature, its first WKT literal the geometry, the other values its properties.
/// One answer.
final class FeatureRows implements ResultSink {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String WKT = "http://www.opengis.net/ont/geosparql#wktLiteral";

    private final OutputStream out;

    FeatureRows(OutputStream out) {
        this.out = out;
    }

    @Override
    public void rows(ResultRows rows) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            json.writeStringField("type", "FeatureCollection");
            json.writeArrayFieldStart("features");
            List<String> variables = rows.variables();
            while (rows.hasNext()) {
                feature(json, variables, rows.next());
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private static void feature(JsonGenerator json, List<String> variables, List<Optional<Node>> row)
            throws IOException {
        int shape = 0;
        while (shape < row.size() && !row.get(shape).filter(FeatureRows::isWkt).isPresent()) {
            shape++;
        }
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeFieldName("geometry");
        String wkt = shape < row.size() ? row.get(shape).orElseThrow().getLiteralLexicalForm() : "";
        json.writeRawValue(GeoJsonGeometry.of(wkt).orElse("null"));
        json.writeObjectFieldStart("properties");
        for (int i = 0; i < row.size(); i++) {
            if (i != shape && row.get(i).isPresent()) {
                json.writeFieldName(variables.get(i));
                value(json, row.get(i).get());
            }
        }
        json.writeEndObject();
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static boolean isWkt(Node node) {
        return node.isLiteral() && WKT.equals(node.getLiteralDatatypeURI());
    }

    private static void value(JsonGenerator json, Node node) throws IOException {
        if (!node.isLiteral()) {
            json.writeString(node.isURI() ? node.getURI() : "_:" + node.getBlankNodeLabel());
            return;
        }
        Object value =
                node.getLiteralDatatype() == null || !node.getLiteralDatatype().isValid(node.getLiteralLexicalForm())
                        ? node.getLiteralLexicalForm()
                        : node.getLiteralValue();
        switch (value) {
            case Boolean truth -> json.writeBoolean(truth);
            case Integer number -> json.writeNumber(number);
            case Long number -> json.writeNumber(number);
            case java.math.BigInteger number -> json.writeNumber(number);
            case java.math.BigDecimal number -> json.writeNumber(number);
            case Double number when Double.isFinite(number) -> json.writeNumber(number);
            default -> json.writeString(node.getLiteralLexicalForm());
        }
    }

    @Override
    public void truth(boolean answer) {
        throw new UnsupportedOperationException("rows only");
    }

    @Override
    public void triples(Iterator<Triple> triples) {
        throw new UnsupportedOperationException("rows only");
    }
}
