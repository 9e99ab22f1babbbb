package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;

/// A query met one of its limits, or was cancelled. Passes through the engine unchanged.
public final class QueryStopped extends RuntimeException {
    private static final long serialVersionUID = 1;

    /// Which limit.
    public enum Which {
        TIME("time"),
        ROWS("rows"),
        BYTES_OUT("bytes-out"),
        BYTES_HELD("bytes-held"),
        BYTES_OF_ALL("bytes-held-by-all"),
        STEPS("steps"),
        STRING("string-length"),
        DIGITS("digits"),
        POINTS("points"),
        EXPRESSION("expression-depth"),
        STACK("stack-bytes"),
        CANCEL("cancel");

        private final String label;

        Which(String label) {
            this.label = label;
        }

        /// The name in answers.
        public String label() {
            return label;
        }
    }

    private final Which which;
    private final long limit;

    QueryStopped(Which which, long limit) {
        super(which.label() + " over " + limit, null, false, false);
        this.which = which;
        this.limit = limit;
    }

    public Which which() {
        return which;
    }

    /// The limit, in its own unit; milliseconds of time.
    public long limit() {
        return limit;
    }

    /// The failure as the server tells it.
    public ServerException problem() {
        return switch (which) {
            case TIME ->
                new ServerException(ErrorCode.QUERY_TIMEOUT, timeText(), this)
                        .with("exceeded", which.label())
                        .with("limit", limit);
            case CANCEL ->
                new ServerException(
                        ErrorCode.QUERY_CANCELLED, new Text("Abgebrochen.", "The query was cancelled."), this);
            case ROWS, BYTES_OUT, BYTES_HELD, BYTES_OF_ALL, STEPS, STRING, DIGITS, POINTS, EXPRESSION, STACK ->
                new ServerException(ErrorCode.QUERY_OVER_BUDGET, budgetText(), this)
                        .with("exceeded", which.label())
                        .with("limit", limit);
        };
    }

    private Text timeText() {
        return new Text(
                "Die Anfrage brauchte länger als " + limit + " ms.", "The query took longer than " + limit + " ms.");
    }

    private Text budgetText() {
        return new Text(
                "Grenze " + which.label() + " überschritten: " + limit + ". LIMIT, engere Muster oder der Dump helfen.",
                "Limit " + which.label() + " exceeded: " + limit + ". LIMIT, narrower patterns or the dump help.");
    }
}
