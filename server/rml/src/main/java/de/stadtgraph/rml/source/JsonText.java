package de.stadtgraph.rml.source;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Text of JSON to trees and back. Limits: depth 200, strings of 16 MB. Stateless.
final class JsonText {
    static final int DEPTH = 200;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH)
                    .maxStringLength(RecordSource.MOST_RECORD_BYTES)
                    .maxNumberLength(1_000)
                    .build())
            .build();

    private JsonText() {}

    /// The tree of exactly one value; each field is noted in the inventory.
    static JsonNode parse(byte[] bytes, int from, int to, FieldTree fields) throws IOException {
        try (JsonParser parser = FACTORY.createParser(bytes, from, to - from)) {
            parser.nextToken();
            JsonNode node = node(parser, fields);
            if (parser.nextToken() != null) {
                throw new IOException("text behind the value");
            }
            return node;
        }
    }

    /// A record made of a text.
    static SourceRecord record(String text) throws IOException {
        byte[] bytes = text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
        return new JsonRecord(parse(bytes, 0, bytes.length, new FieldTree(".")), Set.of());
    }

    private static JsonNode node(JsonParser parser, FieldTree fields) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw new IOException("no value");
        }
        return switch (token) {
            case START_OBJECT -> object(parser, fields);
            case START_ARRAY -> array(parser, fields);
            case VALUE_NULL -> {
                fields.empty();
                yield new JsonNode.JsonNull();
            }
            case VALUE_STRING -> read(fields, new Value(parser.getText(), Value.Kind.TEXT));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> read(fields, new Value(parser.getText(), Value.Kind.NUMBER));
            case VALUE_TRUE, VALUE_FALSE -> read(fields, new Value(parser.getText(), Value.Kind.BOOLEAN));
            default -> throw new IOException("no value");
        };
    }

    private static JsonNode read(FieldTree fields, Value value) {
        scalar(fields, value);
        return new JsonNode.JsonScalar(value);
    }

    private static void scalar(FieldTree fields, Value value) {
        if (value.text().isEmpty()) {
            fields.empty();
        } else {
            fields.filled();
        }
    }

    private static JsonNode object(JsonParser parser, FieldTree fields) throws IOException {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            String name = parser.currentName();
            parser.nextToken();
            fields.enter(name);
            members.put(name, node(parser, fields));
            fields.leave();
        }
        if (members.isEmpty()) {
            fields.empty();
        }
        return new JsonNode.JsonObject(members);
    }

    private static JsonNode array(JsonParser parser, FieldTree fields) throws IOException {
        List<JsonNode> elements = new ArrayList<>();
        fields.enter(FieldTree.ELEMENT);
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            elements.add(node(parser, fields));
        }
        fields.leave();
        if (elements.isEmpty()) {
            fields.empty();
        }
        return new JsonNode.JsonArray(elements);
    }

    /// Notes the fields of a record.
    static void note(JsonNode node, FieldTree fields) throws IOException {
        switch (node) {
            case JsonNode.JsonNull _ -> fields.empty();
            case JsonNode.JsonScalar scalar -> scalar(fields, scalar.value());
            case JsonNode.JsonObject object -> {
                for (Map.Entry<String, JsonNode> member : object.members().entrySet()) {
                    fields.enter(member.getKey());
                    note(member.getValue(), fields);
                    fields.leave();
                }
                if (object.members().isEmpty()) {
                    fields.empty();
                }
            }
            case JsonNode.JsonArray array -> {
                fields.enter(FieldTree.ELEMENT);
                for (JsonNode element : array.elements()) {
                    note(element, fields);
                }
                fields.leave();
                if (array.elements().isEmpty()) {
                    fields.empty();
                }
            }
        }
    }

    /// The node as JSON without blanks.
    static String write(JsonNode node) {
        var text = new StringWriter();
        try (JsonGenerator generator = FACTORY.createGenerator(text)) {
            write(generator, node);
        } catch (IOException impossible) {
            throw new IllegalStateException("a string takes every text", impossible);
        }
        return text.toString();
    }

    private static void write(JsonGenerator out, JsonNode node) throws IOException {
        switch (node) {
            case JsonNode.JsonNull _ -> out.writeNull();
            case JsonNode.JsonScalar scalar -> {
                if (scalar.value().kind() == Value.Kind.TEXT) {
                    out.writeString(scalar.value().text());
                } else {
                    out.writeRawValue(scalar.value().text());
                }
            }
            case JsonNode.JsonArray array -> {
                out.writeStartArray();
                for (JsonNode element : array.elements()) {
                    write(out, element);
                }
                out.writeEndArray();
            }
            case JsonNode.JsonObject object -> {
                out.writeStartObject();
                for (Map.Entry<String, JsonNode> member : object.members().entrySet()) {
                    out.writeFieldName(member.getKey());
                    write(out, member.getValue());
                }
                out.writeEndObject();
            }
        }
    }
}
