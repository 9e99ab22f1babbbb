package de.stadtgraph.rml.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// A record of JSON.
record JsonRecord(JsonNode node, Set<String> nullTokens) implements SourceRecord {
    @Override
    public List<Value> values(Reference reference) {
        if (!(reference instanceof JsonPath path)) {
            return List.of();
        }
        List<Value> values = new ArrayList<>(1);
        for (JsonNode found : path.select(node)) {
            switch (found) {
                case JsonNode.JsonScalar scalar -> {
                    if (!nullTokens.contains(scalar.value().text())) {
                        values.add(scalar.value());
                    }
                }
                case JsonNode.JsonObject _, JsonNode.JsonArray _ ->
                    values.add(new Value(JsonText.write(found), Value.Kind.NODE));
                case JsonNode.JsonNull _ -> {}
            }
        }
        return values;
    }

    @Override
    public boolean fill(Reference reference, Cells into, int slot) {
        if (!(node instanceof JsonNode.JsonObject object)
                || !(reference instanceof JsonPath path)
                || path.steps().size() != 1
                || !(path.steps().getFirst() instanceof JsonPath.Name name)) {
            return SourceRecord.super.fill(reference, into, slot);
        }
        return switch (object.members().get(name.name())) {
            case null -> absent(into, slot);
            case JsonNode.JsonNull _ -> absent(into, slot);
            case JsonNode.JsonScalar scalar -> {
                if (!nullTokens.isEmpty() && nullTokens.contains(scalar.value().text())) {
                    yield absent(into, slot);
                }
                into.set(slot, scalar.value());
                yield true;
            }
            case JsonNode.JsonObject _, JsonNode.JsonArray _ -> false;
        };
    }

    private static boolean absent(Cells into, int slot) {
        into.clear(slot);
        return true;
    }

    @Override
    public List<SourceRecord> inner(Reference iterator) {
        if (!(iterator instanceof JsonPath path)) {
            return List.of();
        }
        List<SourceRecord> records = new ArrayList<>();
        for (JsonNode found : path.select(node)) {
            records.add(new JsonRecord(found, nullTokens));
        }
        return records;
    }
}
