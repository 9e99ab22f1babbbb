package de.stadtgraph;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.pipeline.Progress;
import de.stadtgraph.pipeline.RunReport;
import de.stadtgraph.pipeline.RunRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A stored query that says `block` stops the state in which it does not answer; the one before stays public.
class BlockingExpectationTest {
    @TempDir
    Path home;

    @BeforeEach
    void oneModule() throws IOException {
        CheckoutParts.copy(home, "ontologies", "shapes", "mappings/parking");
        Files.createDirectories(home.resolve("queries/parking"));
    }

    private Server server(long rows) throws IOException {
        Files.writeString(home.resolve("queries/parking/places.rq"), """
                #+ title: {de: "Stellplätze", en: "Parking spaces"}
                #+ question: {de: "Welche Stellplätze gibt es?", en: "Which parking spaces are there?"}
                #+ datasets: [parking]
                #+ columns:
                #+   place: {label: {de: Platz, en: Place}}
                #+ expect: {rows: {min: %d}, columns: [place], block: true}
                PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
                PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
                SELECT ?place WHERE { ?place rdfs:label|skos:prefLabel ?name } LIMIT 1000
                """.formatted(rows));
        return Server.of(new Home(home), Config.DEFAULTS, home.resolve("data"));
    }

    private static RunReport publish(Server server) {
        return server.pipeline()
                .run(List.of("parking"), RunRequest.samples(), Progress.silent(), _ -> {})
                .getLast();
    }

    @Test
    void the_state_before_stays_public_and_the_sentence_names_the_query() throws IOException {
        Server strict = server(1_000_000);
        RunReport stopped = publish(strict);
        assertThat(stopped.outcome()).isEqualTo(RunReport.Outcome.FAILED);
        assertThat(stopped.reasons()).singleElement().asString().contains("query places", "1000000");
        assertThat(strict.releases().states().current().release("parking")).isEmpty();

        Server met = server(1);
        assertThat(publish(met).outcome()).isEqualTo(RunReport.Outcome.PUBLISHED);
        assertThat(met.releases().states().current().release("parking")).isPresent();
    }
}
