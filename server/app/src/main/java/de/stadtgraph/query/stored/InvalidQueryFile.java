package de.stadtgraph.query.stored;

import java.io.Serial;

/// A file that is no stored query; the message names file, line or key, and what is wrong. Never leaves the package.
final class InvalidQueryFile extends RuntimeException {
    @Serial
    private static final long serialVersionUID = 1;

    InvalidQueryFile(String message) {
        super(message);
    }
}
