package de.stadtgraph.http;

import de.stadtgraph.accounts.Role;
import java.util.EnumSet;
import java.util.Set;

/// Who may use a route.
public enum Access {
    /// Everybody; a token is not needed.
    PUBLIC(EnumSet.allOf(Role.class)),
    /// Every account.
    SIGNED_IN(EnumSet.allOf(Role.class)),
    /// Who works on drafts.
    EDITORS(EnumSet.of(Role.EDITOR, Role.STEWARD, Role.ADMIN)),
    /// Who answers for datasets; the route asks for the dataset too.
    STEWARDS(EnumSet.of(Role.STEWARD)),
    /// Who answers for the running server.
    ADMINS(EnumSet.of(Role.ADMIN));

    private final Set<Role> roles;

    Access(Set<Role> roles) {
        this.roles = roles;
    }

    public boolean admits(Role role) {
        return roles.contains(role);
    }

    /// Whether nobody needs to sign in.
    public boolean isOpen() {
        return this == PUBLIC;
    }
}
