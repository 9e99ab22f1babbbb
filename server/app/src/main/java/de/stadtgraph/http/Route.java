package de.stadtgraph.http;

import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import java.util.regex.Pattern;

/// One route of the front: a method, a path, a name for logs and the list of routes, and what answers.
///
/// A GET route answers HEAD too. In a path `{x}` is one segment and `<x>` is one or more.
public record Route(HandlerType method, String path, String name, Access access, Handler handler) {

    /// A route for everybody.
    public Route(HandlerType method, String path, String name, Handler handler) {
        this(method, path, name, Access.PUBLIC, handler);
    }

    /// The same route for others.
    public Route only(Access other) {
        return new Route(method, path, name, other, handler);
    }

    public static Route get(String path, String name, Handler handler) {
        return new Route(HandlerType.GET, path, name, handler);
    }

    public static Route post(String path, String name, Handler handler) {
        return new Route(HandlerType.POST, path, name, handler);
    }

    public static Route delete(String path, String name, Handler handler) {
        return new Route(HandlerType.DELETE, path, name, handler);
    }

    public static Route put(String path, String name, Handler handler) {
        return new Route(HandlerType.PUT, path, name, handler);
    }

    /// A route for the method QUERY: a safe request with a body.
    public static Route query(String path, String name, Handler handler) {
        return new Route(HandlerType.QUERY, path, name, handler);
    }

    /// The paths of this route as a pattern.
    Pattern pattern() {
        String expression =
                Pattern.quote(path).replaceAll("\\{[^}]+}", "\\\\E[^/]+\\\\Q").replaceAll("<[^>]+>", "\\\\E.+\\\\Q");
        return Pattern.compile(expression);
    }
}
