/// The only way out of the process: named hosts, public addresses, limits.
///
/// Entry type: [OutboundClient].
/// It must not know what is fetched or why.
@NullMarked
package de.stadtgraph.net;

import org.jspecify.annotations.NullMarked;
