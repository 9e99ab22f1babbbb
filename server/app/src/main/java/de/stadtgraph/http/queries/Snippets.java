package de.stadtgraph.http.queries;

import de.stadtgraph.http.Visit;
import de.stadtgraph.query.stored.StoredQuery;
import java.util.List;
import java.util.Objects;

/// Ways to use an answer from elsewhere, each ready to copy. One request.
final class Snippets {
    private final Visit visit;
    private final StoredQuery query;
    private final Given given;

    Snippets(Visit visit, StoredQuery query, Given given) {
        this.visit = visit;
        this.query = query;
        this.given = given;
    }

    List<QueryPage.Snippet> all() {
        String csv = base() + QueryAnswers.address("/query/" + query.name() + ".csv", given.values());
        String json = base() + QueryAnswers.address("/query/" + query.name() + ".json", given.values());
        return List.of(
                new QueryPage.Snippet("curl", "curl -o " + query.name() + ".csv '" + csv + "'"),
                new QueryPage.Snippet(
                        "Python", "import pandas as pd\n\ntable = pd.read_csv(\"" + csv + "\")\nprint(table.head())"),
                new QueryPage.Snippet("R", "table <- read.csv(\"" + csv + "\")\nhead(table)"),
                new QueryPage.Snippet(
                        "JavaScript",
                        "const answer = await fetch(\"" + json + "\").then((response) => response.json());\n"
                                + "console.table(answer.results.bindings);"),
                new QueryPage.Snippet("QGIS", visit.word("query.qgis") + "\n" + csv),
                new QueryPage.Snippet("Excel", visit.word("query.excel") + "\n" + csv));
    }

    /// A server asked by its own machine names itself.
    private String base() {
        int port = visit.context().req().getLocalPort();
        String host = Objects.requireNonNullElse(visit.context().header("Host"), "");
        boolean here = host.equals("localhost:" + port) || host.equals("127.0.0.1:" + port);
        return here ? "http://localhost:" + port : visit.site().iris().base().replaceAll("/$", "");
    }
}
