package de.stadtgraph.snapshot.exec;

/// The order of ORDER BY over ids of one column (SPARQL 1.1, section 15.1); unbound first.
public interface IdOrder {

    /// Negative, 0 or positive, as `one` comes before, with or after `two`.
    int compare(long one, long two);
}
