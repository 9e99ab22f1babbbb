/// Shape families: drafts, what they would do, proposals and decisions.
///
/// Entry type: [ShapesRoutes].
/// It must not know the other tabs, nor the validator: it asks the workshop.
@NullMarked
package de.stadtgraph.http.shapes;

import org.jspecify.annotations.NullMarked;
