package de.stadtgraph.http;

import de.stadtgraph.problem.Text;

/// Who answers for the server, as imprint, privacy and accessibility pages name them. Immutable.
///
/// @param contributorId IRI by which DCAT-AP.de's list of contributors knows the city; empty where it does not
public record Contact(Text organisation, String address, String email, String contributorId) {}
