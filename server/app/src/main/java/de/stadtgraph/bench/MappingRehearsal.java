package de.stadtgraph.bench;

import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes an invented table in CSV, JSON and XML with a mapping for each, so that a training run of the virtual machine
/// sees which of the engine's methods a large file keeps busy.
public final class MappingRehearsal {
    private static final int ROWS = 60_000;
    private static final String PREFIXES = """
            @prefix rml: <http://w3id.org/rml/> .
            @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .
            @prefix ex: <http://example.org/> .
            """;
    private static final String MAPS = """
            <#places> a rml:TriplesMap ; rml:logicalSource <#source> ;
              rml:subjectMap [ rml:template "http://example.org/place/{key}-{number}" ; rml:class ex:Place ] ;
              rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] ,
                [ rml:predicate ex:number ; rml:objectMap [ rml:reference "number" ; rml:datatype xsd:integer ] ] ,
                [ rml:predicate ex:height ; rml:objectMap [ rml:reference "height" ; rml:datatype xsd:double ] ] ,
                [ rml:predicate ex:day ; rml:objectMap [ rml:reference "day" ; rml:datatype xsd:date ] ] ,
                [ rml:predicate ex:area ; rml:objectMap [ rml:parentTriplesMap <#areas> ;
                  rml:joinCondition [ rml:child "key" ; rml:parent "key" ] ] ] .
            <#areas> a rml:TriplesMap ; rml:logicalSource <#source> ;
              rml:subjectMap [ rml:template "http://example.org/area/{key}" ; rml:class ex:Area ] ;
              rml:predicateObjectMap [ rml:predicate ex:place ;
                rml:objectMap [ rml:template "http://example.org/place/{key}-{number}" ] ] .
            """;

    private MappingRehearsal() {}

    /// Writes the tables and mappings and gives the mappings.
    ///
    /// @param folder an existing folder
    public static List<Path> write(Path folder) throws IOException {
        return List.of(csv(folder), json(folder), xml(folder));
    }

    private static Path csv(Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("places.csv"))) {
            out.write("key,name,number,height,day\n");
            for (int i = 0; i < ROWS; i++) {
                out.write("%s,%s,%d,%s,%s\n".formatted(key(i), name(i), i, height(i), day(i)));
            }
        }
        return mapping(folder, "csv", "rml:referenceFormulation rml:CSV");
    }

    private static Path json(Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("places.json"))) {
            for (int i = 0; i < ROWS; i++) {
                out.write(i == 0 ? "[\n" : ",\n");
                out.write("{\"key\": \"%s\", \"name\": \"%s\", \"number\": %d, \"height\": \"%s\", \"day\": \"%s\"}"
                        .formatted(key(i), name(i), i, height(i), day(i)));
            }
            out.write("\n]\n");
        }
        return mapping(folder, "json", "rml:referenceFormulation rml:JSONPath ; rml:iterator \"$[*]\"");
    }

    private static Path xml(Path folder) throws IOException {
        try (Writer out = Files.newBufferedWriter(folder.resolve("places.xml"))) {
            out.write("<places>\n");
            for (int i = 0; i < ROWS; i++) {
                out.write(
                        "<place><key>%s</key><name>%s</name><number>%d</number><height>%s</height><day>%s</day></place>\n"
                                .formatted(key(i), name(i), i, height(i), day(i)));
            }
            out.write("</places>\n");
        }
        return mapping(folder, "xml", "rml:referenceFormulation rml:XPath ; rml:iterator \"/places/place\"");
    }

    private static Path mapping(Path folder, String ending, String format) throws IOException {
        String source = "<#source> rml:source [ a rml:RelativePathSource ; rml:root rml:MappingDirectory ;"
                + " rml:path \"places.%s\" ; rml:null \"\" ] ; %s .\n".formatted(ending, format);
        Path mapping = folder.resolve("places-" + ending + ".ttl");
        Files.writeString(mapping, PREFIXES + "@base <http://example.org/map> .\n" + source + MAPS);
        return mapping;
    }

    private static String key(int row) {
        return "area%05d".formatted(row % 500);
    }

    private static String name(int row) {
        return "Straße " + Integer.toString(row, Character.MAX_RADIX);
    }

    private static String height(int row) {
        return String.format(Locale.ROOT, "%.3f", row / 7.0);
    }

    private static String day(int row) {
        return "20%02d-%02d-%02d".formatted(row % 100, row % 12 + 1, row % 28 + 1);
    }
}
