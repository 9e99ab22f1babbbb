package de.stadtgraph.http.workspace;

import de.stadtgraph.http.Bodies;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import io.javalin.http.Context;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An answer that is kept until it is complete: status, media type and body. Nothing of it reaches the client before
/// [#send]. Holds the whole body, up to a limit.
final class HeldResponse extends HttpServletResponseWrapper {
    private static final int MOST_BYTES = 64 << 20;

    private final ByteArrayOutputStream body = new ByteArrayOutputStream();
    private int status = SC_OK;
    private @Nullable String contentType;

    HeldResponse(HttpServletResponse response) {
        super(response);
    }

    /// Sends the complete answer under the headers set before.
    void send(Context context) {
        context.status(status);
        if (body.size() > 0 && contentType != null) {
            Bodies.send(context, contentType, body.toByteArray());
            return;
        }
        context.res().setContentType(null);
    }

    @Override
    public void setStatus(int code) {
        status = code;
    }

    @Override
    public int getStatus() {
        return status;
    }

    @Override
    public void sendError(int code) {
        status = code;
    }

    @Override
    public void sendError(int code, String message) {
        status = code;
    }

    @Override
    public void setContentType(@Nullable String type) {
        contentType = type;
    }

    @Override
    public @Nullable String getContentType() {
        return contentType;
    }

    @Override
    public void setCharacterEncoding(@Nullable String encoding) {
        // All that is written is UTF-8.
    }

    @Override
    public String getCharacterEncoding() {
        return StandardCharsets.UTF_8.name();
    }

    @Override
    public void setHeader(String name, String value) {
        // The route sets the headers of its answers.
    }

    @Override
    public void addHeader(String name, String value) {
        // As above.
    }

    @Override
    public void setContentLength(int length) {
        // The length follows from the body.
    }

    @Override
    public void setContentLengthLong(long length) {
        // As above.
    }

    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void flushBuffer() {
        // Nothing leaves before the end.
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return new Body();
    }

    @Override
    public PrintWriter getWriter() {
        return new PrintWriter(new OutputStreamWriter(new Body(), StandardCharsets.UTF_8), true);
    }

    private final class Body extends ServletOutputStream {
        @Override
        public void write(int b) {
            require(1);
            body.write(b);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            require(length);
            body.write(bytes, from, length);
        }

        private void require(int more) {
            if (body.size() + (long) more > MOST_BYTES) {
                throw new ServerException(
                                ErrorCode.QUERY_OVER_BUDGET,
                                new Text("Die Antwort ist zu lang.", "The answer is too long."))
                        .with("exceeded", "bytes-out")
                        .with("limit", MOST_BYTES);
            }
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("written by one thread");
        }
    }
}
