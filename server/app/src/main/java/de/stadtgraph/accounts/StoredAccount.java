package de.stadtgraph.accounts;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// An account as it is kept. Immutable.
///
/// @param hash SHA-256 of the token's secret, in hex
/// @param created day of the token
/// @param expires first day on which the token is not good any more
/// @param lastUse day of the last use
/// @param revoked day of the revocation
public record StoredAccount(
        String id,
        String name,
        Role role,
        Set<String> datasets,
        String hash,
        LocalDate created,
        LocalDate expires,
        @Nullable LocalDate lastUse,
        @Nullable LocalDate revoked) {

    public StoredAccount {
        datasets = java.util.Collections.unmodifiableSet(new TreeSet<>(datasets));
    }

    boolean isGood(LocalDate day) {
        return revoked == null && day.isBefore(expires);
    }

    Account account() {
        return new Account(id, name, role, datasets);
    }

    StoredAccount used(LocalDate day) {
        return new StoredAccount(id, name, role, datasets, hash, created, expires, day, revoked);
    }

    StoredAccount revokedOn(LocalDate day) {
        return new StoredAccount(id, name, role, datasets, hash, created, expires, lastUse, day);
    }
}
