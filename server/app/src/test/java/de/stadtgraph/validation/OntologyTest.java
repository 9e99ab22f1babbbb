package de.stadtgraph.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The ontology, the code lists, and their use in shapes, mappings and queries.
class OntologyTest {
    @TempDir
    private Path temporary = Path.of("");

    @Test
    void theContentOfTheCheckoutIsClean() {
        assertThat(OntologyLint.check(Path.of("..", ".."))).isEmpty();
    }

    @Test
    void aTermThatDoesNotExistIsFoundWithItsLine() throws IOException {
        plant("mappings/x/mapping.ttl", """
                @prefix jmo: <https://data.jena.de/def/municipal#> .
                <urn:a> jmo:treeHight 1 .
                """);

        assertThat(OntologyLint.check(temporary))
                .extracting(Finding::toString)
                .containsExactly(
                        "mappings/x/mapping.ttl:2: the term https://data.jena.de/def/municipal#treeHight does not exist.");
    }

    @Test
    void nearMissesOfNamespacesAreFound() throws IOException {
        plant("shapes/x/valid/a.ttl", """
                @prefix dcatap: <http://data.europa.eu/r5r#> .
                @prefix locn: <http://w3.org/ns/locn#> .
                @prefix schema: <https://schema.org/> .
                """);
        plant("queries/x/a.rq", "PREFIX schema: <https://schema.org/>\nSELECT * { ?s jmo:nothing ?o }\n");

        assertThat(OntologyLint.check(temporary))
                .extracting(Finding::message)
                .containsExactly(
                        "the prefix dcatap: is bound to http://data.europa.eu/r5r#; meant is http://data.europa.eu/r5r/.",
                        "the prefix locn: is bound to http://w3.org/ns/locn#; meant is http://www.w3.org/ns/locn#.",
                        "the prefix schema: is bound to https://schema.org/; meant is http://schema.org/.",
                        "the prefix schema: is bound to https://schema.org/; meant is http://schema.org/.",
                        "the term jmo:nothing does not exist.");
    }

    @Test
    void aTermWithoutEnglishDefinitionIsFound() throws IOException {
        plant("ontologies/a.ttl", """
                @prefix jmo: <https://data.jena.de/def/municipal#> .
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                @prefix vs: <http://www.w3.org/2003/06/sw-vocab-status/ns#> .
                jmo:Bench a owl:Class ; vs:term_status "unstable" ; rdfs:label "Bank"@de , "Bench"@en ; skos:definition "Sitzgelegenheit"@de .
                """);

        assertThat(OntologyLint.check(temporary))
                .containsExactly(new Finding("ontologies/a.ttl:6", "Bench has no definition in en."));
    }

    @Test
    void aTermThatNothingUsesIsFoundUnlessItWaitsForItsData() throws IOException {
        plant("ontologies/a.ttl", """
                @prefix jmo: <https://data.jena.de/def/municipal#> .
                @prefix owl: <http://www.w3.org/2002/07/owl#> .
                @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
                @prefix skos: <http://www.w3.org/2004/02/skos/core#> .
                jmo:Bench a owl:Class ; rdfs:label "Bank"@de , "Bench"@en ; skos:definition "Sitz"@de , "seat"@en .
                jmo:Bin a owl:Class ; rdfs:label "Eimer"@de , "Bin"@en ; skos:definition "Eimer"@de , "bin"@en .
                """);
        plant("queries/x/bins.rq", "SELECT * { ?bin a jmo:Bin }\n");

        assertThat(OntologyLint.check(temporary))
                .extracting(Finding::toString)
                .containsExactly(
                        "ontologies/a.ttl:5: Bench is used by no mapping, shape or query and is not unstable.");
    }

    @Test
    void aQueryThatNamesAConceptOfNoListIsFound() throws IOException {
        plant("queries/x/a.rq", "SELECT * { ?s ?p <https://data.jena.de/kos/sex/unknown> }\n");

        assertThat(OntologyLint.check(temporary))
                .extracting(Finding::message)
                .containsExactly("the concept https://data.jena.de/kos/sex/unknown does not exist.");
    }

    private void plant(String name, String text) throws IOException {
        Path file = temporary.resolve(name);
        Files.createDirectories(temporary.resolve(name.substring(0, name.lastIndexOf('/'))));
        Files.writeString(file, text);
    }
}
