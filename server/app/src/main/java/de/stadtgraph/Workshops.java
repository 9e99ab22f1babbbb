package de.stadtgraph;

import de.stadtgraph.workshop.Workshop;
import de.stadtgraph.workshop.terms.TermWorkshop;

/// What editors and stewards work on: shape families and vocabularies, on the same data and with the same proposals.
record Workshops(Workshop shapes, TermWorkshop terms) {}
