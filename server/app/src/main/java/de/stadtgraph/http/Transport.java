package de.stadtgraph.http;

import io.javalin.http.Context;
import org.eclipse.jetty.ee10.servlet.ServletApiRequest;

/// What is below HTTP. Stateless.
public final class Transport {
    private Transport() {}

    /// Cuts the connection, so that a client sees that the answer is not complete.
    public static void cut(Context context) {
        if (context.req() instanceof ServletApiRequest request) {
            request.getRequest()
                    .getConnectionMetaData()
                    .getConnection()
                    .getEndPoint()
                    .close();
        }
    }
}
