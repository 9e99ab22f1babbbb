package de.stadtgraph.problem;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The one exception of the server: a code, a sentence that names the dataset, file, record or IRI, and what belongs to
/// it.
///
/// Expected outcomes are values, never exceptions. The message is English; [#detail] has both languages.
public final class ServerException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ErrorCode code;
    private final transient Text detail;
    private final transient Map<String, Object> members = new LinkedHashMap<>();

    public ServerException(ErrorCode code, Text detail, @Nullable Throwable cause) {
        super(detail.en(), cause);
        this.code = code;
        this.detail = detail;
    }

    public ServerException(ErrorCode code, Text detail) {
        this(code, detail, null);
    }

    /// A sentence for those who run commands, in English only.
    public ServerException(ErrorCode code, String detail, @Nullable Throwable cause) {
        this(code, Text.same(detail), cause);
    }

    public ServerException(ErrorCode code, String detail) {
        this(code, Text.same(detail), null);
    }

    /// Adds an extension member of the problem document (RFC 9457, section 3.2); the value is a string, number, list or
    /// map.
    public ServerException with(String name, Object value) {
        members.put(name, value);
        return this;
    }

    public ErrorCode code() {
        return code;
    }

    /// The sentence, in both languages.
    public Text detail() {
        return Objects.requireNonNullElseGet(detail, () -> Text.same(String.valueOf(getMessage())));
    }

    /// Extension members in the order they were added.
    public Map<String, Object> members() {
        return members;
    }
}
