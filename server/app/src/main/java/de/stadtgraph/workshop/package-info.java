/// What a change to shapes and terms would do before it is made: differences on live data, drafts, proposals, versions.
///
/// Entry type: [ShapesPreview]. It must not know HTTP, the pipeline or how releases are kept: the current data reach it
/// as graphs.
@NullMarked
package de.stadtgraph.workshop;

import org.jspecify.annotations.NullMarked;
