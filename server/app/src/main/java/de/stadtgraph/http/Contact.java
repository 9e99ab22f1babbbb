package de.stadtgraph.http;

import de.stadtgraph.problem.Text;

/// Who answers for the server, as imprint, privacy and accessibility pages name them. Immutable.
public record Contact(Text organisation, String address, String email) {}
