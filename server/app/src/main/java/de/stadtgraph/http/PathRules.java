package de.stadtgraph.http;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a path may look like, and its one spelling (RFC 3986, section 6.2.2). Stateless.
final class PathRules {
    private static final Pattern FORBIDDEN =
            Pattern.compile("(?i)%2f|%5c|%00|%0[0-9a-f]|%1[0-9a-f]|%7f|\\\\|[\\x00-\\x1f\\x7f]");
    private static final Pattern SEGMENT = Pattern.compile("//|/\\.{1,2}(/|$)");
    private static final Pattern DOTS = Pattern.compile("(?i)%2e");
    private static final Pattern BROKEN = Pattern.compile("%(?![0-9a-fA-F]{2})");

    /// What most paths are: nothing in them needs a closer look.
    private static final Pattern PLAIN = Pattern.compile("(?:/[A-Za-z0-9_~-][A-Za-z0-9_~.-]*+)++");

    private PathRules() {}

    /// Refuses a path that could mean two things.
    static void check(String path) {
        if (PLAIN.matcher(path).matches()) {
            return;
        }
        boolean fits = path.startsWith("/")
                && !FORBIDDEN.matcher(path).find()
                && !BROKEN.matcher(path).find()
                && !SEGMENT.matcher(DOTS.matcher(path).replaceAll(".")).find();
        if (!fits) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text(
                            "Der Pfad enthält ein leeres Segment, „.“, „..“ oder ein nicht erlaubtes Zeichen.",
                            "The path holds an empty segment, “.”, “..” or a character that is not allowed."));
        }
    }

    /// The path without its trailing slash, if it has one too many.
    static Optional<String> withoutSlash(String path) {
        boolean spare = path.length() > 1 && path.endsWith("/") && !path.equals("/sparql/");
        return spare ? Optional.of(path.substring(0, path.length() - 1)) : Optional.empty();
    }

    /// Whether two spellings are the same method name.
    static String method(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
