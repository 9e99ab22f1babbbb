package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.rules.Container;
import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Finds the records of a JSON file and how their fields are referred to. Stateless.
final class JsonShape {
    private static final String COORDINATES = "coordinates[*]";

    private JsonShape() {}

    /// The shape without its fields: they are known when records were read.
    static SourceShape find(Path file, FileForm form) {
        String encoding = TextEncoding.of(form.head());
        String iterator = JsonOutline.iterator(TextEncoding.decode(form.head()));
        LogicalSource source = LogicalSource.of("data", file, Format.JSON)
                .withContainer(new Container(Container.Compression.DETECTED, form.member(), ""))
                .withIterator(iterator);
        source = source.withDialect(source.dialect(), encoding);
        List<String> notes = new ArrayList<>();
        if (iterator.equals("$")) {
            notes.add("Each JSON value of the file is a record; check that a record is what you mean by a thing.");
        }
        return new SourceShape(form, source, encoding, true, "", List.of(), List.of(), List.of(), notes);
    }

    /// The same with the fields of an inventory; the parts of a geometry are one field.
    static SourceShape withFields(SourceShape shape, List<String> inventory) {
        Set<String> fields = new LinkedHashSet<>();
        for (String field : inventory) {
            fields.add(geometry(field, inventory));
        }
        List<String> references = fields.stream().map(JsonShape::reference).toList();
        return new SourceShape(
                shape.form(),
                shape.source(),
                shape.encoding(),
                true,
                "",
                List.of(),
                references,
                List.copyOf(fields),
                shape.notes());
    }

    /// The node that a field belongs to, if it is a geometry.
    private static String geometry(String field, List<String> inventory) {
        for (int end = field.indexOf('.'); end >= 0; end = field.indexOf('.', end + 1)) {
            String node = field.substring(0, end);
            boolean coordinates = inventory.stream().anyMatch(other -> other.startsWith(node + "." + COORDINATES));
            if (coordinates && inventory.contains(node + ".type")) {
                return node;
            }
        }
        return field;
    }

    private static String reference(String field) {
        return field.startsWith("[") ? "$" + field : "$." + field;
    }
}
