package de.stadtgraph.http.sparql;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.QueryTransfer;
import de.stadtgraph.http.Route;
import de.stadtgraph.query.QueryGate;
import java.util.List;

/// The SPARQL endpoint: query by GET, form and body; status and cancel of a running query.
public final class SparqlRoutes {
    private SparqlRoutes() {}

    public static List<Route> of(Front front, QueryGate gate, QueryTransfer transfer) {
        var endpoint = new Endpoint(gate, transfer);
        var running = new Running(gate.running());
        return List.of(
                Route.get("/sparql", "sparql", front.reading(endpoint::get)),
                Route.post("/sparql", "sparql", front.reading(endpoint::post)),
                Route.query("/sparql", "sparql", front.reading(endpoint::post)),
                Route.get("/sparql/running/{id}", "sparql-running", running::show),
                Route.delete("/sparql/running/{id}", "sparql-cancel", running::cancel));
    }
}
