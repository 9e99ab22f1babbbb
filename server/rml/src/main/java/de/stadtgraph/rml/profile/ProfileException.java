package de.stadtgraph.rml.profile;

import java.nio.file.Path;

/// A file of which no profile can be made; the message is one sentence that says what to do.
public final class ProfileException extends Exception {
    private static final long serialVersionUID = 1;

    ProfileException(Path file, String sentence) {
        super(file.getFileName() + ": " + sentence);
    }
}
