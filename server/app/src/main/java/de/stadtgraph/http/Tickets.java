package de.stadtgraph.http;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.query.Ticket;
import io.javalin.http.Context;
import java.security.SecureRandom;
import java.util.HexFormat;

/// Gives each query of a request its id: the caller's `Query-Id`, or a random one; the answer repeats it. Thread-safe.
public final class Tickets {
    private static final String ID = "[A-Za-z0-9_-]{16,64}";

    private final SecureRandom random = new SecureRandom();

    /// The ticket of a request.
    public Ticket of(Context context) {
        String id = id(context.header("Query-Id"));
        context.header("Query-Id", id);
        return new Ticket(id, Caller.of(context).asked());
    }

    private String id(@org.jspecify.annotations.Nullable String wished) {
        if (wished == null) {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        }
        if (!wished.matches(ID)) {
            throw new ServerException(
                            ErrorCode.BAD_REQUEST,
                            new Text(
                                    "Query-Id hat 16 bis 64 Zeichen aus A-Z a-z 0-9 _ -.",
                                    "Query-Id has 16 to 64 characters of A-Z a-z 0-9 _ -."))
                    .with("parameter", "Query-Id");
        }
        return wished;
    }
}
