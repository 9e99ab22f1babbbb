package de.stadtgraph.rml.profile;

import de.stadtgraph.rml.rules.LogicalSource;
import java.util.List;

/// How a file is cut into records, and what stands around them. Immutable.
///
/// @param form what the file is
/// @param source as the engine reads it
/// @param encoding as a mapping states it; empty for workbooks, JSON in UTF-8 and XML
/// @param named whether a table's names stand in the file
/// @param above what stands in a text file above its data: titles and header, as they are
/// @param header the names of a table's columns as they stand, before periods become records
/// @param references how each field is referred to, in the order of the file
/// @param fields names of the same fields in the engine's inventory
/// @param notes what a person should know, one sentence each
record SourceShape(
        FileForm form,
        LogicalSource source,
        String encoding,
        boolean named,
        String above,
        List<String> header,
        List<String> references,
        List<String> fields,
        List<String> notes) {

    SourceShape {
        header = List.copyOf(header);
        references = List.copyOf(references);
        fields = List.copyOf(fields);
        notes = List.copyOf(notes);
    }

    boolean isTable() {
        return form.kind() == FileForm.Kind.TABLE || form.kind() == FileForm.Kind.WORKBOOK;
    }
}
