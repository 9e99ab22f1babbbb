package de.stadtgraph.rml.source;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// A record of JSON whose members are plain values, as bytes. What asks for more than a member gets it from the tree.
final class JsonPlainRecord implements SourceRecord {
    private final Text text;
    private final JsonMembers members;
    private final int[] places;
    private final NullTokens nulls;

    /// A piece of bytes.
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Text(byte[] bytes, int from, int to) {}

    /// @param places of the members' values, as [JsonMembers#take] gives them
    JsonPlainRecord(Text text, JsonMembers members, int[] places, NullTokens nulls) {
        this.text = text;
        this.members = members;
        this.places = places;
        this.nulls = nulls;
    }

    @Override
    public List<Value> values(Reference reference) {
        if (!(reference instanceof JsonPath path) || path.member() == null) {
            return tree().values(reference);
        }
        int at = at(path.member());
        return at < 0 ? List.of() : List.of(new Value(value(at), JsonMembers.kind(places[at + 2])));
    }

    @Override
    public boolean fill(Reference reference, Cells into, int slot) {
        if (!(reference instanceof JsonPath path) || path.member() == null) {
            return SourceRecord.super.fill(reference, into, slot);
        }
        int at = at(path.member());
        if (at < 0) {
            into.clear(slot);
        } else {
            into.set(slot, text.bytes(), places[at], places[at + 1]);
            into.kind(slot, JsonMembers.kind(places[at + 2]));
        }
        return true;
    }

    /// Where the place of a member's value stands; -1 if it has none.
    private int at(String name) {
        int at = members.find(name) * 3;
        return at < 0 || at >= places.length || places[at + 1] == 0 || isNull(at) ? -1 : at;
    }

    private boolean isNull(int at) {
        if (nulls.isNone()) {
            return false;
        }
        int length = places[at + 1] - places[at];
        if (length == 0) {
            return nulls.contains("");
        }
        return !nulls.onlyEmpty() && length <= nulls.longest() && nulls.contains(value(at));
    }

    private String value(int at) {
        return new String(text.bytes(), places[at], places[at + 1] - places[at], StandardCharsets.UTF_8);
    }

    private JsonRecord tree() {
        try {
            JsonNode node = JsonText.parse(text.bytes(), text.from(), text.to(), new FieldTree("."));
            return new JsonRecord(node, nulls.texts());
        } catch (IOException impossible) {
            throw new IllegalStateException("these bytes were taken apart before", impossible);
        }
    }

    @Override
    public List<SourceRecord> inner(Reference iterator) {
        return tree().inner(iterator);
    }
}
