/// Runs a plan: scans, order, repeats, rejections, lineage, field inventory.
///
/// Entry type: [Run]. It must not know how a mapping is written.
@NullMarked
package de.stadtgraph.rml.run;

import org.jspecify.annotations.NullMarked;
