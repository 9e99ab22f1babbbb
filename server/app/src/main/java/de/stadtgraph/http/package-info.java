/// The web front's frame: routes, negotiation, problems, languages.
///
/// Entry types: [Routes], [Route], [WebServer].
/// It must not know the pipeline or its stages; what it needs of them are the small interfaces of this package, filled
/// by the root.
@NullMarked
package de.stadtgraph.http;

import org.jspecify.annotations.NullMarked;
