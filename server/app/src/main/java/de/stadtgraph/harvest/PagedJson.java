package de.stadtgraph.harvest;

import com.fasterxml.jackson.core.JsonEncoding;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.nio.file.Path;

/// Joins the pages of an answer into one JSON file: the members of one array of each page, one after the other.
/// Streams;
/// holds one token. One thread.
final class PagedJson implements AutoCloseable {
    private static final int DEEPEST = 200;
    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final String array;
    private final JsonGenerator out;
    private long members;

    /// @param head what stands before the array: name and value of text members, in pairs
    /// @param array name of the array
    PagedJson(Path target, String array, String... head) throws IOException {
        this.array = array;
        this.out = JSON.createGenerator(target.toFile(), JsonEncoding.UTF8);
        out.writeStartObject();
        for (int at = 0; at < head.length; at += 2) {
            out.writeStringField(head[at], head[at + 1]);
        }
        out.writeArrayFieldStart(array);
    }

    /// What a page says besides its members.
    ///
    /// @param members number of members of the array
    /// @param next value of the text member that leads to the next page; empty at the last
    record Page(long members, String next) {}

    /// Adds the members of a page.
    ///
    /// @param nextName name of the member that leads on
    Page add(Path page, String nextName) throws IOException {
        String next = "";
        boolean found = false;
        long before = members;
        try (JsonParser in = JSON.createParser(page.toFile())) {
            if (in.nextToken() != JsonToken.START_OBJECT) {
                throw new IOException("the answer is no JSON object");
            }
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String name = in.currentName();
                in.nextToken();
                if (name.equals(array) && in.currentToken() == JsonToken.START_ARRAY) {
                    found = true;
                    copy(in);
                } else if (name.equals(nextName) && in.currentToken() == JsonToken.VALUE_STRING) {
                    next = in.getText();
                } else {
                    in.skipChildren();
                }
            }
        }
        if (!found) {
            throw new IOException("the answer has no array \"" + array + "\"");
        }
        return new Page(members - before, next);
    }

    private void copy(JsonParser in) throws IOException {
        while (in.nextToken() != JsonToken.END_ARRAY) {
            out.copyCurrentStructure(in);
            members++;
        }
    }

    @Override
    public void close() throws IOException {
        out.writeEndArray();
        out.writeEndObject();
        out.close();
    }
}
