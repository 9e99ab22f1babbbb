/// Turns rules into something that can be evaluated record by record.
///
/// Entry type: [Plan]. It must not write output nor count.
@NullMarked
package de.stadtgraph.rml.plan;

import org.jspecify.annotations.NullMarked;
