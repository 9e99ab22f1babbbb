package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import de.stadtgraph.workshop.Register;
import de.stadtgraph.workshop.terms.Modules;
import java.util.List;

/// The public routes of the released shape families and of the modules of the ontology.
public final class RegisterRoutes {
    private RegisterRoutes() {}

    public static List<Route> of(Front front, Register register, Modules modules) {
        var pages = new RegisterPages(register, modules);
        return List.of(
                Route.get("/shapes", "shapes", front.reading(pages::list)),
                Route.get("/shapes/{family}", "shape-family", front.reading(pages::family)),
                Route.get("/def/municipal/module/{module}", "ontology-module", front.reading(pages::module)),
                Route.get("/shapes/{family}/{version}", "shape-version", front.reading(pages::version)));
    }
}
