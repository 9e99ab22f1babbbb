package de.stadtgraph.validation;

/// placeholder, replaced below
final class OntologyLint {}
