package de.stadtgraph.http.sparql;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.Route;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.stored.StoredQueries;
import java.util.List;

/// The SPARQL endpoint: query by GET, form and body; how a query is done; status and cancel of a running query.
public final class SparqlRoutes {
    private SparqlRoutes() {}

    public static List<Route> of(Front front, QueryGate gate, QueryTransfer transfer, StoredQueries examples) {
        var endpoint = new Endpoint(gate, transfer, examples);
        var completion = new Completion();
        var running = new Running(gate.running());
        return List.of(
                Route.get("/sparql", "sparql", front.reading(endpoint::get)),
                Route.post("/sparql", "sparql", front.reading(endpoint::post)),
                Route.query("/sparql", "sparql", front.reading(endpoint::post)),
                Route.get("/sparql/plan", "sparql-plan", front.reading(endpoint::plan)),
                Route.post("/sparql/plan", "sparql-plan", front.reading(endpoint::plan)),
                Route.get("/sparql/completion", "sparql-completion", front.reading(completion::answer)),
                Route.get("/sparql/running/{id}", "sparql-running", running::show),
                Route.delete("/sparql/running/{id}", "sparql-cancel", running::cancel));
    }
}
