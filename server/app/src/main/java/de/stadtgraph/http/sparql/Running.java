package de.stadtgraph.http.sparql;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.QueryBudget;
import de.stadtgraph.query.RunningQueries;
import io.javalin.http.Context;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/// Status and cancel of a query by its id: knowing the id is the right to use it.
final class Running {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningQueries queries;

    Running(RunningQueries queries) {
        this.queries = queries;
    }

    void show(Context context) throws IOException {
        RunningQueries.Shown shown = queries.find(context.pathParam("id")).orElseThrow(Running::unknown);
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", shown.id());
        json.put("status", shown.status().name().toLowerCase(Locale.ROOT));
        json.put("elapsedMs", shown.elapsedMillis());
        json.put("rows", shown.rows());
        json.put("budget", budget(shown.budget()));
        context.header("Cache-Control", "no-store");
        context.contentType("application/json");
        context.result(JSON.writeValueAsBytes(json));
    }

    private static Map<String, Object> budget(QueryBudget budget) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("timeMs", budget.time().toMillis());
        json.put("rows", budget.rows());
        json.put("bytes", budget.bytesOut());
        json.put("memory", budget.bytesHeld());
        json.put("steps", budget.steps());
        return json;
    }

    void cancel(Context context) {
        if (!queries.cancel(context.pathParam("id"))) {
            throw unknown();
        }
        context.status(204);
    }

    private static ServerException unknown() {
        return new ServerException(
                ErrorCode.NOT_FOUND, new Text("Keine Anfrage mit dieser Query-Id.", "There is no query with this id."));
    }
}
