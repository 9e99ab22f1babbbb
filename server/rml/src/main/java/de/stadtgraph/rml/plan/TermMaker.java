package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.term.Term;
import java.util.List;

/// A compiled term map: terms from a row, in order.
@FunctionalInterface
interface TermMaker {
    List<Term> make(Row row, Findings findings);
}
