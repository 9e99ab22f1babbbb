package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// CSV as it comes: dialects, encodings, broken rows.
class CsvSourceTest {
    private static final String RULES = """
            <map> a rml:TriplesMap ; rml:logicalSource <people> ;
              rml:subjectMap [ rml:template "http://example.org/{id}" ] ;
              rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] .
            """;

    @TempDir
    private Path folder = Path.of("");

    private static String source(String dialect) {
        return """
                <people> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
                  rml:source [ a csvw:Table ; csvw:url "people.csv" ; rml:null "" ; %s ] .
                """.formatted(dialect) + RULES;
    }

    private Mapped map(String dialect, String csv) throws Exception {
        return Mapped.of(folder, source(dialect), Map.of("people.csv", csv));
    }

    private static String line(String id, String name) {
        return "<http://example.org/" + id + "> <http://example.org/name> \"" + name + "\" .";
    }

    @Test
    void quotesLineEndsAndDelimitersInsideCells() throws Exception {
        Mapped mapped = map("", "id,name\r\n1,\"a,\"\"b\"\"\"\r2,\"two\nlines\"\n\n3,it's \"so\"\n");
        assertThat(mapped.lines())
                .containsExactly(line("1", "a,\\\"b\\\""), line("2", "two\\nlines"), line("3", "it's \\\"so\\\""));
    }

    @Test
    void everyKindOfLineEndInsideQuotesCountsAsALine() throws Exception {
        Mapped mapped = map("", "id,name\r1,\"a\rb\r\nc\nd\"\r2,x,y\r");
        assertThat(mapped.report().rejections()).extracting(Rejection::line).containsExactly(6L);
        Mapped below = map("csvw:dialect [ csvw:skipRows 4 ]", "\"a\rb\r\nc\nd\"\rid,name\r1,x\r");
        assertThat(below.lines()).containsExactly(line("1", "x"));
    }

    @Test
    void aFileWithoutHeaderTakesItsNamesFromTheSchema() throws Exception {
        Mapped mapped = map("""
                csvw:dialect [ csvw:delimiter ";" ; csvw:header false ] ; sg:shortRows "fill" ;
                csvw:tableSchema [ csvw:column ( [ csvw:name "id" ] [ csvw:name "name" ] [ csvw:name "note" ] ) ]
                """, "1;Anna\n2\n3;Berta;x\n");
        assertThat(mapped.lines()).containsExactly(line("1", "Anna"), line("3", "Berta"));
        assertThat(mapped.source().mapped()).isEqualTo(3);
        assertThat(mapped.source().fields())
                .containsExactly(
                        new FieldUse("id", 3, true), new FieldUse("name", 2, true), new FieldUse("note", 1, false));
    }

    @Test
    void rowsOfAnotherWidthAreRejectedAndNeverShown() throws Exception {
        Mapped mapped = map("", "id,name\n1\n2,b,secret\n3,c\n");
        assertThat(mapped.lines()).containsExactly(line("3", "c"));
        assertThat(mapped.source().rejectedRecords())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(RejectionReason.TOO_FEW_FIELDS, 1L, RejectionReason.TOO_MANY_FIELDS, 1L));
        assertThat(mapped.report().rejections()).extracting(Rejection::line).containsExactly(2L, 3L);
        assertThat(mapped.report().rejections())
                .allMatch(rejection -> rejection.value().isEmpty());
    }

    @Test
    void aRecordWithoutKeyIsRejected() throws Exception {
        Mapped mapped = map("", "id,name\n,a\n2,b\n");
        assertThat(mapped.lines()).containsExactly(line("2", "b"));
        assertThat(mapped.source().rejectedRecords()).isEqualTo(Map.of(RejectionReason.NO_SUBJECT, 1L));
    }

    @Test
    void anUnclosedQuoteAtTheEndRejectsItsRecord() throws Exception {
        Mapped mapped = map("", "id,name\n1,a\n2,\"cut");
        assertThat(mapped.lines()).containsExactly(line("1", "a"));
        assertThat(mapped.source().rejectedRecords()).containsOnlyKeys(RejectionReason.BROKEN_RECORD);
    }

    @Test
    void anInvalidByteSpoilsItsRecordOnly() throws Exception {
        Mapping mapping = Mapped.mapping(folder, source("rml:encoding rml:UTF-8"), Map.of("people.csv", "id,name\n"));
        byte[] bytes = "id,name\n1,Jöna\n2,ü\n".getBytes(StandardCharsets.UTF_8);
        bytes[bytes.length - 2] = (byte) 0xFF;
        Files.write(folder.resolve("people.csv"), bytes);
        Mapped mapped = Mapped.run(mapping, Mapped.OPTIONS);
        assertThat(mapped.lines()).containsExactly(line("1", "Jöna"));
        assertThat(mapped.source().rejectedRecords()).containsOnlyKeys(RejectionReason.BAD_ENCODING);
    }

    @Test
    void theDeclaredEncodingIsUsedAndAMarkWins() throws Exception {
        for (String name : new String[] {"ISO-8859-1", "windows-1252", "UTF-8", "UTF-16LE"}) {
            Files.write(folder.resolve("people.csv"), "id,name\n1,Jöllenbeck\n".getBytes(Charset.forName(name)));
            Mapping mapping =
                    Mapped.mapping(folder, source("csvw:dialect [ csvw:encoding \"" + name + "\" ]"), Map.of());
            assertThat(Mapped.run(mapping, Mapped.OPTIONS).lines()).as(name).containsExactly(line("1", "Jöllenbeck"));
            Files.writeString(folder.resolve("people.csv"), "\uFEFFid,name\n1,Jöllenbeck\n");
            assertThat(Mapped.run(mapping, Mapped.OPTIONS).lines()).as(name).containsExactly(line("1", "Jöllenbeck"));
        }
    }

    @Test
    void aColumnThatIsNotThereIsFoundBeforeAnyRecord() {
        assertThatThrownBy(() -> map("", "id,nmae\n1,a\n"))
                .asInstanceOf(type(MappingException.class))
                .satisfies(wrong -> {
                    assertThat(wrong.code()).isEqualTo("unknown-column");
                    assertThat(wrong.line()).isEqualTo(11);
                    assertThat(wrong).hasMessage("mapping.ttl:11: no column `name`; did you mean `nmae`?");
                });
    }

    @Test
    void aColumnNameThatRepeatsIsRefused() {
        assertThatThrownBy(() -> map("", "id,name,id\n")).hasMessageContaining("positions 1 and 3");
    }

    @Test
    void replacementsAreByName() throws Exception {
        Path other = Files.writeString(folder.resolve("other.csv"), "id,name\n7,g\n");
        Mapped.mapping(folder, source(""), Map.of("people.csv", "id,name\n1,a\n"));
        Path file = folder.resolve("mapping.ttl");
        for (String name : new String[] {"people", ""}) {
            Mapping mapping = Mapping.read(file, new Sources(folder, Map.of(name, other)));
            assertThat(mapping.sources()).containsExactly(new SourceFile("people", other));
            assertThat(Mapped.run(mapping, Mapped.OPTIONS).lines()).containsExactly(line("7", "g"));
        }
        assertThatThrownBy(() -> Mapping.read(file, new Sources(folder, Map.of("peeple", other))))
                .hasMessageContaining("no source `peeple`")
                .hasMessageContaining("people");
    }

    @Test
    void aPathOutOfTheFolderIsRefused() {
        String turtle = source("").replace("people.csv", "../people.csv");
        assertThatThrownBy(() -> Mapped.of(folder, turtle, Map.of()))
                .hasMessageContaining("out of the mapping's folder");
    }
}
