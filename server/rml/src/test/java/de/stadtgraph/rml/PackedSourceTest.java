package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Workbooks and archives: their parts, and those that mean harm.
class PackedSourceTest {
    @TempDir
    private Path folder = Path.of("");

    private Mapped map(String properties) throws Exception {
        String turtle = """
                <map> a rml:TriplesMap ;
                  rml:logicalSource [ rml:source [ rml:path "packed" %s ] ; rml:referenceFormulation rml:CSV ] ;
                  rml:subjectMap [ rml:template "http://example.org/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "name" ] ] .
                """.formatted(properties);
        return Mapped.of(folder, turtle, Map.of());
    }

    private void zip(String... namesAndTexts) throws IOException {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("packed")))) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    @Test
    void aMemberOfAnArchiveIsNamed() throws Exception {
        zip("a.csv", "id,name\n1,x\n", "b.csv", "id,name\n2,y\n");
        assertThat(map("; sg:member \"b.csv\"").lines())
                .containsExactly("<http://example.org/2> <http://example.org/p> \"y\" .");
        assertThatThrownBy(() -> map("")).hasMessageContaining("sg:member").hasMessageContaining("a.csv, b.csv");
        assertThatThrownBy(() -> map("; sg:member \"c.csv\"")).hasMessageContaining("did you mean");
    }

    @Test
    void gzipIsKnownByItsBytes() throws Exception {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed")))) {
            packed.write("id,name\n1,x\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(map("").lines()).hasSize(1);
    }

    @Test
    void namesThatLeadOutOfTheArchiveWriteNothing() throws Exception {
        zip("../../escaped.csv", "id,name\n1,x\n");
        assertThat(map("").lines()).hasSize(1);
        assertThat(folder.resolve("../../escaped.csv")).doesNotExist();
        assertThat(folder.resolve("escaped.csv")).doesNotExist();
    }

    @Test
    void bombsEndWithASentence() throws Exception {
        try (OutputStream packed = new GZIPOutputStream(Files.newOutputStream(folder.resolve("packed")))) {
            packed.write("id,name\n".getBytes(StandardCharsets.UTF_8));
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 64; i++) {
                packed.write(zeros);
            }
        }
        assertThatThrownBy(() -> map("")).isInstanceOf(SourceException.class).hasMessageContaining("100 times");
    }

    /// A zip bomb as a table, as a sheet of OpenDocument, as the texts and as a sheet of an Excel workbook.
    @ParameterizedTest
    @ValueSource(strings = {"data.csv", "content.xml", "xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"})
    void bombsInArchivesEndWithASentence(String member) throws Exception {
        try (var zip = new ZipOutputStream(Files.newOutputStream(folder.resolve("packed")))) {
            if (member.equals("content.xml")) {
                zip.putNextEntry(new ZipEntry("mimetype"));
                zip.write("application/vnd.oasis.opendocument.spreadsheet".getBytes(StandardCharsets.UTF_8));
            }
            if (member.startsWith("xl/")) {
                zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
                zip.write("<workbook/>".getBytes(StandardCharsets.UTF_8));
            }
            zip.putNextEntry(new ZipEntry(member));
            zip.write((member.endsWith(".xml") ? "<a>" : "").getBytes(StandardCharsets.UTF_8));
            byte[] blanks = "id,name\n".repeat(1 << 17).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 256; i++) {
                zip.write(blanks);
            }
        }
        long before = System.nanoTime();
        assertThatThrownBy(() -> map(""))
                .satisfies(wrong -> assertThat(wrong)
                        .isInstanceOfAny(MappingException.class, SourceException.class)
                        .message()
                        .containsAnyOf("100 times", "128 MB")
                        .doesNotContain("Exception"));
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L);
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrder("mapping.ttl", "packed");
        }
    }

    @Test
    void aMemberThatWantsToLieElsewhereIsOnlyRead() throws Exception {
        for (String name : List.of("/tmp/escaped-by-stadtgraph.csv", "..\\escaped.csv", "a/../../../escaped.csv")) {
            zip(name, "id,name\n1,x\n");
            assertThat(map("").lines()).as(name).hasSize(1);
            assertThat(Path.of("/tmp/escaped-by-stadtgraph.csv")).doesNotExist();
            try (Stream<Path> files = Files.list(folder)) {
                assertThat(files).hasSize(2);
            }
        }
    }

    @Test
    void sheetsOfOpenDocumentAreRows() throws Exception {
        String rows = "<t:table t:name='One'><t:table-row><t:table-cell><x:p>id</x:p></t:table-cell>"
                + "<t:table-cell><x:p>name</x:p></t:table-cell></t:table-row>"
                + "<t:table-row><t:table-cell o:value-type='float' o:value='1.50'><x:p>1,5</x:p></t:table-cell>"
                + "<t:table-cell><x:p>a<x:s x:c='2'/>b</x:p></t:table-cell>"
                + "<t:table-cell t:number-columns-repeated='16000'/></t:table-row>"
                + "<t:table-row t:number-rows-repeated='1000000'><t:table-cell t:number-columns-repeated='16384'/>"
                + "</t:table-row></t:table>";
        zip("mimetype", "application/vnd.oasis.opendocument.spreadsheet", "content.xml", """
                <o:d xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0'
                 xmlns:t='urn:oasis:names:tc:opendocument:xmlns:table:1.0'
                 xmlns:x='urn:oasis:names:tc:opendocument:xmlns:text:1.0'>%s</o:d>""".formatted(rows));
        assertThat(map("").lines()).containsExactly("<http://example.org/1.5> <http://example.org/p> \"a  b\" .");
        assertThatThrownBy(() -> map("; sg:sheet \"Two\"")).hasMessageContaining("no sheet `Two`");
    }

    /// Hours of a year, once as an office program exported them and once as it stored them: numbers are serial dates.
    @Test
    void aRealWorkbookGivesTheQuadsOfItsTable() throws Exception {
        String stem = "city/muenster/verkehrsdaten/fahrrad/zaehlstelle_neutor_2016_stundenauswertung.";
        Mapped table = hours(Material.path(stem + "csv"));
        Mapped workbook = hours(Material.path(stem + "xlsx"));
        assertThat(table.source().mapped()).isEqualTo(8_784);
        assertThat(workbook.source().mapped()).isEqualTo(8_784);
        assertThat(workbook.lines())
                .hasSize(8_783 + 8_784 + 8_538)
                .contains("<http://example.org/hour/2016-12-31T22%3A00%3A00> <http://example.org/weather> \"wolkig\" .")
                .containsExactlyElementsOf(table.lines());
    }

    private Mapped hours(Path file) throws Exception {
        Path mapping = Files.writeString(folder.resolve("hours.ttl"), Mapped.PREFIXES + """
                <hours> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                  rml:source [ a csvw:Table ; csvw:url "hours" ; rml:null "" ; csvw:dialect [ csvw:encoding "UTF-8" ] ;
                    sg:stopAt "^Jahressumme$" ] .
                <view> a rml:LogicalView ; rml:viewOn <hours> ;
                  rml:field [ a rml:ExpressionField ; rml:fieldName "at" ; rml:functionExecution [ rml:function sg:dateTime ;
                    rml:input [ rml:parameter sg:value ; rml:inputValueMap [ rml:reference "Stunden" ] ] ,
                      [ rml:parameter sg:pattern ; rml:inputValue "M/d/yyyy H:mm" ] ,
                      [ rml:parameter sg:pattern ; rml:inputValue "yyyy-MM-dd'T'HH:mm:ss" ] ] ] ;
                  rml:field [ a rml:ExpressionField ; rml:fieldName "count" ; rml:reference "Neutor (gesamt)" ] ;
                  rml:field [ a rml:ExpressionField ; rml:fieldName "weather" ; rml:reference "Wetter" ] .
                <hour> a rml:TriplesMap ; rml:logicalSource <view> ;
                  rml:subjectMap [ rml:template "http://example.org/hour/{at}" ; rml:class ex:Hour ] ;
                  rml:predicateObjectMap [ rml:predicate ex:count ; rml:objectMap [ rml:reference "count" ; rml:datatype xsd:integer ] ] ,
                    [ rml:predicate ex:weather ; rml:objectMap [ rml:reference "weather" ] ] .
                """);
        return Mapped.run(Mapping.read(mapping, new Sources(folder, Map.of("hours", file))), Mapped.OPTIONS);
    }

    @Test
    void whatIsNotReadIsSaid() throws Exception {
        Files.write(folder.resolve("packed"), new byte[] {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, 0, 0, 0, 0});
        assertThatThrownBy(() -> map("")).hasMessageContaining(".xlsx");
        zip("a.shp", "x", "a.dbf", "y");
        assertThatThrownBy(() -> map("")).hasMessageContaining("GeoJSON");
    }
}
