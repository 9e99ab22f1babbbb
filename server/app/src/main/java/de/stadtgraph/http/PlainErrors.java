package de.stadtgraph.http;

import de.stadtgraph.problem.ErrorCode;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/// Answers what fails before a request is one: a bad request line, headers that are too large. No page of the server
/// library is ever seen.
final class PlainErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        int status = response.getStatus();
        ErrorCode code = code(status);
        String body =
                "{\"title\":\"" + code.title().en() + "\",\"status\":" + status + ",\"code\":\"" + code.code() + "\"}";
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, MediaTypes.PROBLEM.mediaType());
        if (code == ErrorCode.OVERLOADED) {
            response.getHeaders().put(HttpHeader.RETRY_AFTER, "5");
        }
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, Caching.NEVER.value());
        response.getHeaders().put("Access-Control-Allow-Origin", "*");
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        Content.Sink.write(response, true, body, callback);
        return true;
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 413 -> ErrorCode.BODY_TOO_LARGE;
            case 414 -> ErrorCode.URI_TOO_LONG;
            case 431 -> ErrorCode.HEADERS_TOO_LARGE;
            case 503 -> ErrorCode.OVERLOADED;
            default -> status < 500 ? ErrorCode.BAD_REQUEST : ErrorCode.INTERNAL;
        };
    }
}
