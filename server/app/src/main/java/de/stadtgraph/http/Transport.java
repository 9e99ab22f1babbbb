package de.stadtgraph.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/// What is below HTTP. Stateless.
public final class Transport {
    private Transport() {}

    /// Cuts the connection without the last chunk, so that a client sees that the answer is not complete.
    public static void cut(Context context) {
        ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection()
                .getEndPoint()
                .close();
    }
}
