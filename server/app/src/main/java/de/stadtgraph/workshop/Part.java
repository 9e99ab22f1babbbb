package de.stadtgraph.workshop;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.regex.Pattern;

/// One file of a shape family: the shapes, or an example. Immutable.
///
/// @param name path below the family's folder: `shapes.ttl`, `valid/x.ttl` or `invalid/x.ttl`
public record Part(String name) {
    private static final Pattern NAMES = Pattern.compile("shapes\\.ttl|(valid|invalid)/[a-z0-9][a-z0-9-]{0,63}\\.ttl");

    /// The shapes themselves.
    public static final Part SHAPES = new Part("shapes.ttl");

    /// @throws ServerException [ErrorCode#BAD_REQUEST] for any other name: nothing outside the folder can be named
    public Part {
        if (!NAMES.matcher(name).matches()) {
            throw new ServerException(
                    ErrorCode.BAD_REQUEST,
                    new Text(
                            "Ein Teil heißt shapes.ttl, valid/name.ttl oder invalid/name.ttl.",
                            "A part is named shapes.ttl, valid/name.ttl or invalid/name.ttl."));
        }
    }
}
