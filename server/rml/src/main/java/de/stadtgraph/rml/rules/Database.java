package de.stadtgraph.rml.rules;

/// `d2rq:Database`: where rows of SQL come from. The login is the caller's, a mapping holds none.
///
/// @param dsn `d2rq:jdbcDSN`
public record Database(String dsn, String user, String password) {
    @Override
    public String toString() {
        return "Database";
    }
}
