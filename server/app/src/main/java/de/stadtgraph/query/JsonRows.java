package de.stadtgraph.query;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import de.stadtgraph.snapshot.write.IdTable;
import de.stadtgraph.snapshot.write.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;

/// SPARQL 1.1 Query Results JSON Format, streamed; `head.link` names the state. One answer.
final class JsonRows implements ResultSink {
    private static final JsonFactory JSON = new JsonFactory();

    private final OutputStream out;
    private final Origin origin;
    private final Map<Node, String> blanks = new HashMap<>();

    JsonRows(OutputStream out, Origin origin) {
        this.out = out;
        this.origin = origin;
    }

    @Override
    public void rows(ResultRows rows) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_JSON_CONTENT);
            json.writeStartObject();
            head(json, rows.variables());
            json.writeObjectFieldStart("results");
            json.writeArrayFieldStart("bindings");
            bindings(json, rows);
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndObject();
        }
        out.write('\n');
    }

    private void bindings(JsonGenerator json, ResultRows rows) throws IOException {
        Optional<IdTable> ids = rows.ids();
        if (ids.isPresent()) {
            json.flush();
            TableWriter.json(ids.get(), this::text, out);
            return;
        }
        List<String> variables = rows.variables();
        while (rows.hasNext()) {
            row(json, variables, rows.next());
        }
    }

    /// A term that needs more than a copy.
    private String text(Node node) {
        var text = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(text)) {
            term(json, node);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private void head(JsonGenerator json, List<String> variables) throws IOException {
        json.writeObjectFieldStart("head");
        json.writeArrayFieldStart("vars");
        for (String variable : variables) {
            json.writeString(variable);
        }
        json.writeEndArray();
        link(json);
        json.writeEndObject();
    }

    private void link(JsonGenerator json) throws IOException {
        if (!origin.state().isEmpty()) {
            json.writeArrayFieldStart("link");
            json.writeString(origin.state());
            json.writeEndArray();
        }
    }

    private void row(JsonGenerator json, List<String> variables, List<Optional<Node>> row) throws IOException {
        json.writeStartObject();
        for (int i = 0; i < variables.size(); i++) {
            if (row.get(i).isPresent()) {
                json.writeFieldName(variables.get(i));
                term(json, row.get(i).get());
            }
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private void term(JsonGenerator json, Node node) throws IOException {
        json.writeStartObject();
        if (node.isURI()) {
            json.writeStringField("type", "uri");
            json.writeStringField("value", node.getURI());
        } else if (node.isBlank()) {
            json.writeStringField("type", "bnode");
            json.writeStringField("value", blanks.computeIfAbsent(node, _ -> "b" + blanks.size()));
        } else if (node.isTripleTerm()) {
            json.writeStringField("type", "triple");
            json.writeFieldName("value");
            triple(json, node.getTriple());
        } else {
            literal(json, node);
        }
        json.writeEndObject();
    }

    private static void literal(JsonGenerator json, Node node) throws IOException {
        json.writeStringField("type", "literal");
        json.writeStringField("value", node.getLiteralLexicalForm());
        if (!node.getLiteralLanguage().isEmpty()) {
            json.writeStringField("xml:lang", node.getLiteralLanguage());
        } else if (!XSDDatatype.XSDstring.equals(node.getLiteralDatatype())) {
            json.writeStringField("datatype", node.getLiteralDatatypeURI());
        }
    }

    private void triple(JsonGenerator json, Triple triple) throws IOException {
        json.writeStartObject();
        json.writeFieldName("subject");
        term(json, triple.getSubject());
        json.writeFieldName("predicate");
        term(json, triple.getPredicate());
        json.writeFieldName("object");
        term(json, triple.getObject());
        json.writeEndObject();
    }

    @Override
    public void truth(boolean answer) throws IOException {
        try (JsonGenerator json = JSON.createGenerator(out)) {
            json.disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET);
            json.writeStartObject();
            json.writeObjectFieldStart("head");
            link(json);
            json.writeEndObject();
            json.writeBooleanField("boolean", answer);
            json.writeEndObject();
        }
        out.write('\n');
    }

    @Override
    public void triples(Iterator<Triple> triples) {
        throw new UnsupportedOperationException("rows only");
    }
}
