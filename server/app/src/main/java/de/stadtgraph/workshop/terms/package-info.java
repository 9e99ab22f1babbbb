/// What editors and stewards do with ontology modules and code lists: drafts, marks, where a term is used, adoption.
///
/// Entry type: [TermWorkshop]. It shares drafts and proposals with shapes and must not know HTTP or how releases are
/// kept.
@NullMarked
package de.stadtgraph.workshop.terms;

import org.jspecify.annotations.NullMarked;
