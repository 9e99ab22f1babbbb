package de.stadtgraph.accounts;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What an account may do beyond reading. The roles are no ladder: an admin may not acknowledge a steward's findings.
public enum Role {
    READER,
    EDITOR,
    STEWARD,
    ADMIN;

    /// The name in commands and files.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The role with this name.
    public static Optional<Role> of(String word) {
        return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
    }
}
