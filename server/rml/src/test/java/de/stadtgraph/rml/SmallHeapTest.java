package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/// Files that are larger than the heap. Each run is a process of its own.
///
/// Every build maps 64 MB in a heap of 40 MB; with `-Dstadtgraph.nightly=true` it is 1 GB in 256 MB, and the tree
/// register
/// as a sheet whose `content.xml` is larger than 121 MB.
class SmallHeapTest {
    private static final Path TREES = Path.of("src/test/resources/trees");
    private static final int ROW = 98;

    @TempDir
    private Path folder = Path.of("");

    /// Rows whose subjects come once, and a parent that other rows share.
    private Path table(long bytes) throws IOException {
        Path file = folder.resolve("large.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("id,name,district,height,planted,note\n");
            for (long i = 0; i < bytes / ROW; i++) {
                out.write("%010d,Baum Nummer %010d,d%04d,%05.1f,2%03d-0%d-1%d,\"steht am Weg, %08d Schritte weiter\"\n"
                        .formatted(i, i, i % 5_000, i % 400 / 10.0, i % 26, i % 9 + 1, i % 10, i % 100_000));
            }
        }
        return file;
    }

    private Path mapping() throws IOException {
        return Files.writeString(folder.resolve("mapping.ttl"), Mapped.PREFIXES + """
                <large> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                  rml:source [ a csvw:Table ; csvw:url "large.csv" ; rml:null "" ] .
                <tree> a rml:TriplesMap ; rml:logicalSource <large> ;
                  rml:subjectMap [ rml:template "http://example.org/tree/{id}" ; rml:class ex:Tree ] ;
                  rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ; rml:language "de" ] ] ,
                    [ rml:predicate ex:district ; rml:objectMap [ rml:template "http://example.org/district/{district}" ] ] ,
                    [ rml:predicate ex:height ; rml:objectMap [ rml:reference "height" ; rml:datatype xsd:decimal ] ] ,
                    [ rml:predicate ex:planted ; rml:objectMap [ rml:reference "planted" ; rml:datatype xsd:date ] ] ,
                    [ rml:predicate ex:note ; rml:objectMap [ rml:reference "note" ] ] .
                <district> a rml:TriplesMap ; rml:logicalSource <large> ;
                  rml:subjectMap [ rml:template "http://example.org/district/{district}" ; rml:class ex:District ] ;
                  rml:predicateObjectMap [ rml:predicate ex:key ; rml:objectMap [ rml:reference "district" ] ] .
                """);
    }

    private SmallHeap.Told map(long bytes, String heap) throws Exception {
        Path file = table(bytes);
        long rows = bytes / ROW;
        long start = System.nanoTime();
        SmallHeap.Told told = SmallHeap.map(heap, mapping(), "large", file);
        assertThat(told.read()).isEqualTo(rows);
        assertThat(told.rejected()).isZero();
        assertThat(told.quads()).isEqualTo(rows * 6 + 2 * 5_000);
        System.out.printf(
                "%,d bytes of CSV in a heap of %s: %,d quads, %,d bytes, %.1f s, %d MB resident at most%n",
                Files.size(file),
                heap,
                told.quads(),
                told.bytes(),
                (System.nanoTime() - start) / 1e9,
                told.peakMegabytes());
        return told;
    }

    @Test
    void aTableLargerThanTheHeapIsMapped() throws Exception {
        map(64L << 20, "40m");
    }

    @Test
    @EnabledIfSystemProperty(named = "stadtgraph.nightly", matches = "true")
    void oneGigabyteIsMappedInAHeapOf256Megabytes() throws Exception {
        map(1L << 30, "256m");
    }

    @Test
    @EnabledIfSystemProperty(named = "stadtgraph.nightly", matches = "true")
    void theTreeRegisterAsASheetGivesTheQuadsOfItsTable() throws Exception {
        Path csv = Material.path("jena/baeume-derived/jena_baeume.csv");
        Path ods = sheet(csv);
        SmallHeap.Told fromSheet = SmallHeap.map("256m", TREES.resolve("mapping.ttl"), "trees", ods);
        SmallHeap.Told fromTable = SmallHeap.map("256m", TREES.resolve("mapping.ttl"), "trees", csv);
        assertThat(fromSheet.read()).isEqualTo(42_642);
        assertThat(fromSheet.quads()).isEqualTo(fromTable.quads());
        assertThat(fromSheet.bytes()).isEqualTo(fromTable.bytes());
        System.out.printf(
                "the tree register as .ods in a heap of 256m: %d MB resident at most%n", fromSheet.peakMegabytes());
        var options = Mapped.OPTIONS;
        assertThat(Mapped.run(trees(ods), options).text())
                .isEqualTo(Mapped.run(trees(csv), options).text());
    }

    private static Mapping trees(Path file) throws Exception {
        return Mapping.read(TREES.resolve("mapping.ttl"), new Sources(TREES, Map.of("trees", file)));
    }

    /// The rows of a table as an office program stores them: styles and types at every cell.
    private Path sheet(Path csv) throws IOException {
        Path file = folder.resolve("trees.ods");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file));
                Writer out = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8))) {
            zip.putNextEntry(new ZipEntry("mimetype"));
            zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new ZipEntry("content.xml"));
            out.write("""
                    <?xml version="1.0" encoding="UTF-8"?>
                    <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                     xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"
                     xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"
                     xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
                     office:version="1.3"><office:body><office:spreadsheet><table:table table:name="jena_baeume">
                    """);
            long written = 0;
            try (CsvReader<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(';')
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .ofCsvRecord(csv)) {
                for (CsvRecord record : records) {
                    String row = row(record.getFields());
                    written += row.length();
                    out.write(row);
                }
            }
            out.write("</table:table></office:spreadsheet></office:body></office:document-content>\n");
            out.flush();
            zip.closeEntry();
            assertThat(written).as("bytes of content.xml").isGreaterThan(121_000_000L);
        }
        return file;
    }

    private static String row(List<String> cells) {
        var row = new StringBuilder("<table:table-row table:style-name=\"ro1\">");
        for (String cell : cells) {
            if (cell.isEmpty()) {
                row.append("<table:table-cell table:style-name=\"ce1\"/>");
                continue;
            }
            String type = "<table:table-cell table:style-name=\"ce1\" office:value-type=\"string\""
                    + " calcext:value-type=\"string\"><text:p>";
            row.append(type)
                    .append(cell.replace("&", "&amp;").replace("<", "&lt;"))
                    .append("</text:p></table:table-cell>");
        }
        return row.append("</table:table-row>\n").toString();
    }
}
