/// The only way out of the process: one client, one allow-list.
///
/// Entry type: [OutboundClient].
/// It must not know what is fetched, nor why.
@NullMarked
package de.stadtgraph.net;

import org.jspecify.annotations.NullMarked;
