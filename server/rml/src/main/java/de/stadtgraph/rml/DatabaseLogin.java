package de.stadtgraph.rml;

/// Leave to read a database, and the login for it: never part of a mapping. Immutable.
///
/// @param user empty where the database asks for none
public record DatabaseLogin(String user, String password) {
    /// A database that asks for no login.
    public static DatabaseLogin none() {
        return new DatabaseLogin("", "");
    }

    @Override
    public String toString() {
        return "DatabaseLogin[" + user + "]";
    }
}
