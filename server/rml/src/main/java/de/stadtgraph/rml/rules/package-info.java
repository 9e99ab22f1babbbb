/// RML's own words as immutable records: what a mapping says, already checked and without Turtle.
///
/// Entry type: [Rules]. It must not know how a mapping is written nor how it is run.
@NullMarked
package de.stadtgraph.rml.rules;

import org.jspecify.annotations.NullMarked;
