package de.stadtgraph.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.io.AbstractEndPoint;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;

/// Notices that a client closes its connection while its answer is still being made, and tells once. Open it when the
/// request has been read whole; close it before the answer ends.
///
/// HTTP/1.1 reads nothing while a request is answered, so this reads instead: an end of input is a client that left;
/// bytes of a next request are handed back to the connection.
public final class ClientWatch implements AutoCloseable {
    private static final int NEXT_REQUEST_BYTES = 16 << 10;

    private final AbstractEndPoint endPoint;
    private final Connection connection;
    private final Runnable whenGone;
    private final CountDownLatch over = new CountDownLatch(1);
    private final boolean watching;

    private ClientWatch(AbstractEndPoint endPoint, Connection connection, Runnable whenGone) {
        this.endPoint = endPoint;
        this.connection = connection;
        this.whenGone = whenGone;
        this.watching = endPoint.tryFillInterested(new Input());
    }

    /// Watches the client of a request.
    ///
    /// @param whenGone called once, on a thread of the server
    public static ClientWatch of(Context context, Runnable whenGone) {
        Connection connection = ServletContextRequest.getServletContextRequest(context.req())
                .getConnectionMetaData()
                .getConnection();
        return new ClientWatch((AbstractEndPoint) connection.getEndPoint(), connection, whenGone);
    }

    private final class Input implements Callback {
        @Override
        public void succeeded() {
            try {
                ByteBuffer next = ByteBuffer.allocate(NEXT_REQUEST_BYTES).flip();
                int read = endPoint.fill(next);
                if (read < 0) {
                    whenGone.run();
                } else if (read > 0 && connection instanceof Connection.UpgradeTo reading) {
                    reading.onUpgradeTo(next);
                }
            } catch (IOException _) {
                whenGone.run();
            } finally {
                over.countDown();
            }
        }

        /// Closed by this watch, or by the end of the connection.
        @Override
        public void failed(Throwable why) {
            if (!(why instanceof Ended)) {
                whenGone.run();
            }
            over.countDown();
        }

        @Override
        public InvocationType getInvocationType() {
            return Invocable.InvocationType.BLOCKING;
        }
    }

    private static final class Ended extends IOException {
        private static final long serialVersionUID = 1;
    }

    /// Stops watching; the connection reads by itself again.
    @Override
    public void close() {
        if (!watching) {
            return;
        }
        endPoint.getFillInterest().onFail(new Ended());
        try {
            boolean ended = over.await(1, TimeUnit.SECONDS);
            if (!ended) {
                endPoint.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
