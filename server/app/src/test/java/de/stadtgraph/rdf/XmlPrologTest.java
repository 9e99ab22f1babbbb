package de.stadtgraph.rdf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.problem.ServerException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class XmlPrologTest {
    private static final List<Charset> CHARSETS =
            List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16, StandardCharsets.UTF_16LE);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a/>",
                "<?xml version='1.0'?><a/>",
                "<?xml version='1.0'?>\n<!-- <!DOCTYPE x> -->\n<?pi <!DOCTYPE ?><a/>",
                "  <r:RDF xmlns:r='x'>"
            })
    void anElementFirstIsRead(String xml) throws IOException {
        for (Charset charset : CHARSETS) {
            byte[] bytes = xml.getBytes(charset);
            assertThat(XmlProlog.withoutDoctype(new ByteArrayInputStream(bytes), "x.rdf"))
                    .hasBinaryContent(bytes);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>",
                "<?xml version='1.0'?><!DOCTYPE a SYSTEM 'http://127.0.0.1/'><a/>",
                "<!-- x --><!DOCTYPE a><a/>",
                "<!-- never ended",
                "no markup"
            })
    void aDocumentTypeIsRefused(String xml) {
        for (Charset charset : CHARSETS) {
            assertThatThrownBy(() -> XmlProlog.withoutDoctype(new ByteArrayInputStream(xml.getBytes(charset)), "x.rdf"))
                    .isInstanceOf(ServerException.class)
                    .hasMessageStartingWith("x.rdf: ");
        }
    }

    @Test
    void aPrologWithoutEndIsRefused() {
        byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
        assertThatThrownBy(() -> XmlProlog.withoutDoctype(new ByteArrayInputStream(blanks), "x.rdf"))
                .isInstanceOf(ServerException.class);
    }
}
