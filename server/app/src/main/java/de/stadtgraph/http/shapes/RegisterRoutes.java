package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import de.stadtgraph.workshop.Register;
import java.util.List;

/// The public routes of the released shape families.
public final class RegisterRoutes {
    private RegisterRoutes() {}

    public static List<Route> of(Front front, Register register) {
        var pages = new RegisterPages(register);
        return List.of(
                Route.get("/shapes", "shapes", front.reading(pages::list)),
                Route.get("/shapes/{family}", "shape-family", front.reading(pages::family)),
                Route.get("/shapes/{family}/{version}", "shape-version", front.reading(pages::version)));
    }
}
