package de.stadtgraph.http.workshop;

import de.stadtgraph.http.Access;
import de.stadtgraph.http.Front;
import de.stadtgraph.http.Route;
import de.stadtgraph.http.SignIn;
import de.stadtgraph.query.RunningQueries;
import java.util.List;

/// The routes of the workshop's door.
public final class WorkshopRoutes {
    private WorkshopRoutes() {}

    public static List<Route> of(Front front, SignIn signIn, RunningQueries queries) {
        var door = new Door(signIn);
        var running = new AllRunning(queries);
        return List.of(
                Route.get("/workshop", "workshop", front.reading(door::show)).only(Access.SIGNED_IN),
                Route.get("/workshop/sign-in", "workshop-sign-in", front.reading(door::form)),
                Route.post("/workshop/sign-in", "workshop-sign-in", front.reading(door::enter)),
                Route.post("/workshop/sign-out", "workshop-sign-out", door::leave)
                        .only(Access.SIGNED_IN),
                Route.get("/workshop/running", "workshop-running", front.reading(running::show))
                        .only(Access.ADMINS),
                Route.post("/workshop/running/{id}", "workshop-cancel", running::cancel)
                        .only(Access.ADMINS),
                Route.delete("/workshop/running/{id}", "workshop-cancel", running::cancel)
                        .only(Access.ADMINS));
    }
}
