package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.rml.term.Fault;
import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The laws of a run: nothing vanishes, nothing repeats, findings name their place.
class ReportTest {
    private static final String TURTLE = """
            <s> a rml:LogicalSource ; rml:referenceFormulation rml:CSV ;
              rml:source [ a rml:RelativePathSource ; rml:path "data.csv" ; rml:null "" ] .
            <view> a rml:LogicalView ; rml:viewOn <s> ;
              rml:structuralAnnotation [ a rml:PrimaryKeyAnnotation ; rml:onFields ( "key" ) ] ;
              rml:field [ rml:fieldName "key" ; rml:reference "id" ] ;
              rml:field [ rml:fieldName "site" ; rml:reference "site" ] ;
              rml:field [ rml:fieldName "unused" ; rml:reference "secret" ] ;
              rml:field [ rml:fieldName "date" ; rml:functionExecution [ rml:function sg:date ;
                rml:input [ rml:parameter sg:value ; rml:inputValueMap [ rml:reference "date" ] ] ,
                          [ rml:parameter sg:pattern ; rml:inputValue "dd.MM.yyyy" ] ] ] ;
              rml:field [ rml:fieldName "kind" ; rml:functionExecution [ rml:function sg:lookup ;
                rml:input [ rml:parameter sg:value ; rml:inputValueMap [ rml:reference "kind" ] ] ,
                          [ rml:parameter sg:list ; rml:inputValue "kinds" ] ] ] .
            <thing> a rml:TriplesMap ; rml:logicalSource <view> ;
              rml:subjectMap [ rml:template "http://example.org/id/{key}" ; rml:class ex:Thing ;
                rml:condition [ rml:functionExecution [ rml:function <https://w3id.org/imec/idlab/function#notEqual> ;
                  rml:input [ rml:parameter <http://users.ugent.be/~bjdmeest/function/grel.ttl#valueParam> ;
                              rml:inputValueMap [ rml:reference "key" ] ] ,
                            [ rml:parameter <http://users.ugent.be/~bjdmeest/function/grel.ttl#valueParam2> ;
                              rml:inputValue "sum" ] ] ] ] ;
              rml:predicateObjectMap
                [ rml:predicate ex:date ; rml:objectMap [ rml:reference "date" ; rml:datatype xsd:date ] ] ,
                [ rml:predicate ex:kind ; rml:objectMap [ rml:reference "kind" ; rml:termType rml:IRI ] ] .
            <site> a rml:TriplesMap ; rml:logicalSource <view> ;
              rml:subjectMap [ rml:template "http://example.org/site/{site}" ; rml:class ex:Site ] .
            """;
    private static final String DATA = """
            id,site,secret,date,kind
            1,a,x1,01.02.2020,A
            2,a,x2,31.02.2020,B
            2,b,x3,01.01.2020,A
            sum,,x4,,
            ,,x5,,
            3,b,x6,,B
            """;
    private static final MappingOptions OPTIONS = Mapped.OPTIONS.withCodeLists(
            Map.of("kinds", new CodeList("kinds", Map.of("A", "http://example.org/kind/a"))));

    @TempDir
    private Path folder = Path.of("");

    private Mapping mapping() throws Exception {
        return Mapped.mapping(folder, TURTLE, Map.of("data.csv", DATA));
    }

    @Test
    void everyRecordIsMappedRejectedOrSkipped() throws Exception {
        Mapped mapped = Mapped.run(mapping(), OPTIONS);
        SourceReport source = mapped.source();
        assertThat(List.of(source.read(), source.mapped(), source.rejected(), source.skipped()))
                .containsExactly(6L, 3L, 1L, 2L);
        assertThat(source.rejectedRecords()).isEqualTo(Map.of(RejectionReason.DUPLICATE_KEY, 1L));
        assertThat(source.rejectedValues())
                .containsExactlyInAnyOrderEntriesOf(Map.of(RejectionReason.BAD_DATE, 1L, RejectionReason.NO_CODE, 2L));
        assertThat(mapped.report().unmappedCodes()).isEqualTo(Map.of("kinds", Map.of("B", 2L)));
        assertThat(source.sha256()).hasSize(64);
        assertThat(source.bytes()).isEqualTo(DATA.length());
        assertThat(source.encoding()).isEqualTo("UTF-8");
    }

    @Test
    void withoutDigestsTheSameIsWritten() throws Exception {
        Mapped mapped = Mapped.run(mapping(), OPTIONS.withoutDigests());
        assertThat(mapped.source().sha256()).isEmpty();
        assertThat(mapped.text()).isEqualTo(Mapped.run(mapping(), OPTIONS).text());
    }

    @Test
    void aUniqueFieldThatRepeatsRejectsItsRecordLikeAKey() throws Exception {
        String turtle = TURTLE.replace("rml:PrimaryKeyAnnotation", "rml:UniqueAnnotation");
        SourceReport source = Mapped.run(Mapped.mapping(folder, turtle, Map.of("data.csv", DATA)), OPTIONS)
                .source();
        assertThat(source.rejectedRecords()).isEqualTo(Map.of(RejectionReason.DUPLICATE_KEY, 1L));
    }

    @Test
    void noQuadIsWrittenTwice() throws Exception {
        Mapped mapped = Mapped.run(mapping(), OPTIONS);
        assertThat(mapped.lines()).doesNotHaveDuplicates().hasSize((int)
                mapped.report().quads());
        assertThat(mapped.report().rules().stream().mapToLong(RuleReport::quads).sum())
                .isEqualTo(mapped.report().quads());
        assertThat(mapped.lines().stream().filter(line -> line.contains("Site>")))
                .hasSize(2);
    }

    @Test
    void findingsNameFieldValueAndLineButNeverUnusedFields() throws Exception {
        Mapped mapped = Mapped.run(mapping(), OPTIONS);
        assertThat(mapped.report().rejections())
                .anySatisfy(rejection -> {
                    assertThat(rejection.reason()).isEqualTo(RejectionReason.BAD_DATE);
                    assertThat(rejection.field()).isEqualTo("date");
                    assertThat(rejection.value()).isEqualTo("31.02.2020");
                    assertThat(rejection.record()).isEqualTo(2);
                    assertThat(rejection.line()).isEqualTo(3);
                })
                .noneMatch(rejection -> rejection.value().contains("x"));
        assertThat(mapped.source().fields()).contains(new FieldUse("secret", 6, false));
    }

    @Test
    void bothSinksGetTheSameQuads() throws Exception {
        Mapping mapping = mapping();
        var text = new StringWriter();
        var bytes = new ByteArrayOutputStream();
        var stream = StreamRDFWriter.getWriterStream(bytes, Lang.NQUADS);
        MappingEngine.run(mapping, OPTIONS, QuadSink.stream(stream), Observer.none());
        MappingEngine.run(
                mapping, OPTIONS, QuadSink.nquads(Channels.newChannel(new ByteArrayOutputStream())), Observer.none());
        text.write(bytes.toString(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(text.toString()).isEqualTo(Mapped.run(mapping, OPTIONS).text());
    }

    @Test
    void lineageNamesEachSubjectOfARecord() throws Exception {
        List<String> told = new ArrayList<>();
        Observer observer = new Observer() {
            @Override
            public void lineage(String subject, int source, long record, int map) {
                told.add(subject + " " + source + " " + record + " " + map);
            }

            @Override
            public void progress(int source, long records, long bytes, long total) {
                assertThat(bytes).isLessThanOrEqualTo(total);
            }
        };
        var sink = QuadSink.nquads(Channels.newChannel(new ByteArrayOutputStream()));
        MappingEngine.run(mapping(), OPTIONS, sink, observer);
        assertThat(told)
                .containsExactly(
                        "http://example.org/id/1 0 1 0",
                        "http://example.org/site/a 0 1 1",
                        "http://example.org/id/2 0 2 0",
                        "http://example.org/site/a 0 2 1",
                        "http://example.org/id/3 0 6 0",
                        "http://example.org/site/b 0 6 1");
    }

    @Test
    void subjectsOutsideTheOwnedPrefixesAreRejected() throws Exception {
        Mapped mapped = Mapped.run(mapping(), OPTIONS.withOwnedPrefixes(List.of("http://example.org/id/")));
        assertThat(mapped.source().rejectedRecords()).containsKey(RejectionReason.OUTSIDE_IRIS);
        assertThat(mapped.text()).doesNotContain("http://example.org/site/");
    }

    @Test
    void aMissingCodeListIsAMistakeOfTheMapping() {
        assertThatThrownBy(() -> Mapped.run(mapping(), Mapped.OPTIONS))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining("no code list `kinds`");
    }

    @Test
    void aRunEndsWhenMoreRecordsAreRejectedThanMayBe() throws Exception {
        String table = "id,name\n1,a\n2\n3,c\n4\n5,e\n6\n7,g\n";
        String rules = """
                <map> a rml:TriplesMap ;
                  rml:logicalSource [ rml:source [ rml:path "rows.csv" ] ; rml:referenceFormulation rml:CSV ] ;
                  rml:subjectMap [ rml:template "http://example.org/{id}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:name ; rml:objectMap [ rml:reference "name" ] ] .
                """;
        Mapping mapping = Mapped.mapping(folder, rules, Map.of("rows.csv", table));
        assertThat(Mapped.run(mapping, Mapped.OPTIONS.withMostRejected(3)).lines())
                .hasSize(4);
        assertThatThrownBy(() -> Mapped.run(mapping, Mapped.OPTIONS.withMostRejected(2)))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("rows.csv:7: record 6 of rows is rejected, too (too-few-fields)")
                .hasMessageContaining("more than 2 records");
    }

    @Test
    void failFastEndsAtTheFirstFinding() {
        assertThatThrownBy(() -> Mapped.run(mapping(), OPTIONS.failingFast()))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("bad-date");
    }

    @Test
    void eachFaultHasAReasonInTwoLanguages() {
        assertThat(Arrays.stream(RejectionReason.values()).map(Enum::name))
                .containsExactlyElementsOf(
                        Arrays.stream(Fault.values()).map(Enum::name).toList());
        for (RejectionReason reason : RejectionReason.values()) {
            assertThat(reason.text("de")).isNotBlank().isNotEqualTo(reason.text("en"));
            assertThat(reason.code()).matches("[a-z-]+");
        }
    }
}
