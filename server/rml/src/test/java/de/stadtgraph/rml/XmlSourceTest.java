package de.stadtgraph.rml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// XML: iterators that are streamed, references of every kind, and what is refused.
class XmlSourceTest {
    @TempDir
    private Path folder = Path.of("");

    private Mapped map(String iterator, String reference, String xml) throws Exception {
        String turtle = """
                <map> a rml:TriplesMap ;
                  rml:logicalSource [ rml:source [ rml:path "data.xml" ] ; rml:iterator "%s" ;
                    rml:referenceFormulation [ a rml:XPathReferenceFormulation ; rml:namespace
                      [ rml:namespacePrefix "g" ; rml:namespaceURL "http://example.org/g" ] ] ] ;
                  rml:subjectMap [ rml:template "http://example.org/{@id}" ] ;
                  rml:predicateObjectMap [ rml:predicate ex:p ; rml:objectMap [ rml:reference "%s" ] ] .
                """.formatted(iterator, reference);
        return Mapped.of(folder, turtle, Map.of("data.xml", xml));
    }

    @Test
    void elementsAreFoundByNamesWhereverTheyLie() throws Exception {
        String xml = "<a><b id='1'>x</b><c><b id='2'>y &amp; <![CDATA[<z>]]></b></c></a>";
        assertThat(map("//b", ".", xml).lines())
                .containsExactly(
                        "<http://example.org/1> <http://example.org/p> \"x\" .",
                        "<http://example.org/2> <http://example.org/p> \"y & <z>\" .");
        assertThat(map("/a/b", ".", xml).lines()).hasSize(1);
        assertThat(map("/a/*/b[@id='2']", ".", xml).lines()).hasSize(1);
    }

    @Test
    void namesAreThoseOfTheirNamespace() throws Exception {
        String xml = "<x:a xmlns:x='http://example.org/g'><x:b id='1'><x:n>v</x:n><n>other</n></x:b></x:a>";
        assertThat(map("//g:b", "g:n/text()", xml).lines())
                .containsExactly("<http://example.org/1> <http://example.org/p> \"v\" .");
        assertThat(map("/a/b", "n", xml).lines()).isEmpty();
        assertThatThrownBy(() -> map("//h:b", "n", xml)).hasMessageContaining("prefix `h`");
    }

    @Test
    void otherExpressionsAreLeftToXpath() throws Exception {
        String xml = "<a k='K'><b id='1'><n t='x'>1</n><n t='y'>2</n></b><b id='2'/></a>";
        assertThat(map("//b", "n[@t='y']", xml).lines())
                .containsExactly("<http://example.org/1> <http://example.org/p> \"2\" .");
        assertThat(map("//b", "count(n)", xml).lines())
                .contains("<http://example.org/1> <http://example.org/p> \"2\" .")
                .contains("<http://example.org/2> <http://example.org/p> \"0\" .");
        assertThat(map("//b", "../@k", xml).lines()).hasSize(2);
    }

    @Test
    void anElementOfElementsIsNoValue() throws Exception {
        Mapped mapped = map("//b", "n", "<a><b id='1'><n><m>1</m></n></b></a>");
        assertThat(mapped.lines()).isEmpty();
        assertThat(mapped.source().rejectedRecords()).containsEntry(RejectionReason.STRUCTURED_VALUE, 1L);
    }

    @Test
    void documentTypesAndUnknownEntitiesAreRefused() {
        assertThatThrownBy(() -> map("//b", ".", "<!DOCTYPE a [<!ENTITY e 'x'>]><a><b id='1'>&e;</b></a>"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("document type");
        assertThatThrownBy(() -> map("//b", ".", "<a><b id='1'>&e;</b></a>")).isInstanceOf(SourceException.class);
        assertThatThrownBy(() -> map("//b", ".", "<a><b id='1'></a>"))
                .isInstanceOf(SourceException.class)
                .hasMessageContaining("broken");
    }

    @Test
    void theInventoryShowsElementsAndAttributes() throws Exception {
        Mapped mapped = map("//b", "n", "<a><b id='1'><n>x</n><m u='1'/></b></a>");
        assertThat(mapped.source().fields())
                .extracting(FieldUse::field, FieldUse::filled, FieldUse::used)
                .contains(
                        org.assertj.core.groups.Tuple.tuple("@id", 1L, true),
                        org.assertj.core.groups.Tuple.tuple("n", 1L, true),
                        org.assertj.core.groups.Tuple.tuple("m/@u", 1L, false));
    }
}
