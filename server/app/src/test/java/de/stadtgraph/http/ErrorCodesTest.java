package de.stadtgraph.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.Language;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Every error code: status, texts in both languages, document, page, explanation.
class ErrorCodesTest {
    private static Running running;

    @BeforeAll
    static void start() throws IOException {
        running = new Running(front -> {
            List<Route> routes = new ArrayList<>(Everything.of(front));
            routes.add(Route.get("/fail/{code}", "fail", context -> {
                throw new ServerException(
                        ErrorCode.valueOf(context.pathParam("code")), new Text("Beispiel.", "An example."));
            }));
            return routes;
        });
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @ParameterizedTest
    @EnumSource(ErrorCode.class)
    void aCodeIsAnsweredAndExplained(ErrorCode code) throws Exception {
        for (Language language : Language.values()) {
            assertThat(code.title().in(language)).isNotBlank();
            assertThat(code.advice().in(language)).endsWith(".");
            String query = "?lang=" + language.tag();
            var document = running.get("/fail/" + code.name() + query);
            assertThat(document.statusCode()).isEqualTo(code.status());
            assertThat(document.body())
                    .contains(
                            "\"code\":\"" + code.code() + "\"",
                            "\"title\":\"" + code.title().in(language) + "\"",
                            "\"type\":\"https://data.jena.de/problem/" + code.code() + "\"");
            var page = running.get("/fail/" + code.name() + query, "Accept", "text/html");
            assertThat(page.statusCode()).isEqualTo(code.status());
            assertThat(page.body()).contains(code.title().in(language), "/problem/" + code.code());
            var explained = running.get("/problem/" + code.code() + query, "Accept", "text/html");
            assertThat(explained.statusCode()).isEqualTo(200);
            assertThat(explained.body()).contains(code.advice().in(language));
        }
    }
}
