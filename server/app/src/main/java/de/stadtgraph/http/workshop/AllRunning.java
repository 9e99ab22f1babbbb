package de.stadtgraph.http.workshop;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.stadtgraph.http.Caller;
import de.stadtgraph.http.ContentNegotiation;
import de.stadtgraph.http.MediaTypes;
import de.stadtgraph.http.Negotiated;
import de.stadtgraph.http.Visit;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.RunningQueries;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The queries of everybody, for admins: to see and to end. Thread-safe.
final class AllRunning {
    private static final Logger LOG = LoggerFactory.getLogger(AllRunning.class);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningQueries queries;

    AllRunning(RunningQueries queries) {
        this.queries = queries;
    }

    void show(Visit visit) throws IOException {
        Negotiated negotiated = ContentNegotiation.choose(
                visit.context(), MediaTypes.PAGE_OR_JSON, Optional.empty(), "/workshop/running");
        List<RunningQueries.Shown> shown = queries.unfinished();
        if (negotiated.isHtml()) {
            var frame = visit.frame(visit.word("workshop.running"), visit.word("workshop.title"), List.of());
            visit.page("running", new RunningPage(frame, shown), List.of());
            return;
        }
        visit.send(
                negotiated,
                JSON.writeValueAsBytes(shown.stream().map(AllRunning::json).toList()));
    }

    private static Map<String, Object> json(RunningQueries.Shown shown) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", shown.id());
        json.put("status", shown.status().name().toLowerCase(Locale.ROOT));
        json.put("elapsedMs", shown.elapsedMillis());
        json.put("rows", shown.rows());
        return json;
    }

    void cancel(Context context) {
        String id = context.pathParam("id");
        if (!queries.cancel(id)) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND,
                    new Text("Keine laufende Anfrage mit dieser Query-Id.", "No running query has this id."));
        }
        boolean form = context.method().equals(HandlerType.POST);
        if (form) {
            context.header("Location", "/workshop/running").status(303);
        } else {
            context.status(204);
        }
        LOG.info("query {} ended by {}", id, Caller.of(context).known().id());
    }
}
