package de.stadtgraph.http.dereference;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import de.stadtgraph.http.TermShapes;
import java.util.List;

/// The routes of things, concepts, terms and any other IRI.
public final class DereferenceRoutes {
    private DereferenceRoutes() {}

    /// @param shapes which shapes speak of the terms of the ontology
    public static List<Route> of(Front front, TermShapes shapes) {
        var things = new Things();
        var documents = new Documents();
        var ontology = new Ontology(shapes);
        var skolems = new SkolemIris();
        return List.of(
                Route.get("/.well-known/genid/{hash}", "genid", front.reading(skolems::redirect)),
                Route.get("/id/<key>", "thing", front.reading(things::redirect)),
                Route.get("/kos/<key>", "concept", front.reading(things::redirect)),
                Route.get("/doc/<key>", "document", front.reading(documents::answer)),
                Route.get("/resource", "resource", front.reading(documents::resource)),
                Route.get("/def/{name}", "ontology", front.reading(ontology::answer)));
    }
}
