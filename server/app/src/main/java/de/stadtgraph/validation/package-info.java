/// Shapes judge a candidate: SHACL in, a report out.
///
/// Entry types: [Shapes], [Validator], [ValidationReport].
/// Home of TopBraid, and the only place where Apache Jena's `Model` is used. It must not decide about publication.
@NullMarked
package de.stadtgraph.validation;

import org.jspecify.annotations.NullMarked;
