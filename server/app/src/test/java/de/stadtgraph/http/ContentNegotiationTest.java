package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The table of the contract, section 4.
class ContentNegotiationTest {
    private static final String CHROME = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,"
            + "image/apng,*/*;q=0.8,application/signed-exchange;v=b3;q=0.7";
    private static final String FIREFOX = "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "absent",
            value = {
                "absent | ttl",
                "'' | ttl",
                "*/* | ttl",
                "text/* | ttl",
                "text/turtle;q=0, */* | jsonld",
                "application/* | jsonld",
                "application/rdf+xml, text/turtle;q=0.9 | rdf",
                "application/rdf+xml;q=0.5, text/turtle;q=0.5 | ttl",
                "text/turtle;q=abc | ttl",
                ";;; | ttl",
                "foo | ttl",
                "text/html;q=0.2, application/n-quads | nq",
                "text/n3 | ttl",
                "application/x-turtle | ttl",
                "application/json | jsonld",
                "TEXT/HTML | html",
                "text/turtle;version=1.2;q=0.4, text/html;q=0.3 | ttl",
            })
    void theMostSpecificRangeDecides(String accept, String suffix) {
        assertThat(ContentNegotiation.byAccept(accept, MediaTypes.DOCUMENT))
                .map(chosen -> chosen.format().suffix())
                .contains(suffix);
    }

    @Test
    void browsersGetThePage() {
        assertThat(ContentNegotiation.byAccept(CHROME, MediaTypes.DOCUMENT))
                .matches(it -> it.orElseThrow().isHtml());
        assertThat(ContentNegotiation.byAccept(FIREFOX, MediaTypes.DOCUMENT))
                .matches(it -> it.orElseThrow().isHtml());
    }

    @Test
    void nothingFitsAnImage() {
        assertThat(ContentNegotiation.byAccept("image/png", MediaTypes.DOCUMENT))
                .isEmpty();
        assertThat(ContentNegotiation.byAccept("text/turtle;q=0", MediaTypes.DOCUMENT))
                .isEmpty();
    }

    @Test
    void jsonIsEchoed() {
        assertThat(ContentNegotiation.byAccept("application/json", MediaTypes.DOCUMENT))
                .map(Negotiated::contentType)
                .contains("application/json");
        assertThat(ContentNegotiation.byAccept("text/n3", MediaTypes.DOCUMENT))
                .map(Negotiated::contentType)
                .contains("text/turtle; charset=utf-8");
    }

    @Test
    void aParameterNamesAFormatShortOrInFull() {
        assertThat(ContentNegotiation.byName("application/rdf xml", MediaTypes.DOCUMENT))
                .map(chosen -> chosen.format().suffix())
                .contains("rdf");
        assertThat(ContentNegotiation.byName("nt", MediaTypes.DOCUMENT)).isPresent();
        assertThat(ContentNegotiation.byName("pdf", MediaTypes.DOCUMENT)).isEmpty();
    }

    @Test
    void aSuffixIsLookedForInTheLastSegmentOnly() {
        assertThat(MediaTypes.DOCUMENT.split("/doc/tree/1.ttl"))
                .isEqualTo(new Offer.Suffixed("/doc/tree/1", java.util.Optional.of(MediaTypes.TURTLE)));
        assertThat(MediaTypes.DOCUMENT.split("/doc/tree.ttl/1").format()).isEmpty();
        assertThat(MediaTypes.DOCUMENT.split("/doc/file/a.csv").path()).isEqualTo("/doc/file/a.csv");
    }
}
