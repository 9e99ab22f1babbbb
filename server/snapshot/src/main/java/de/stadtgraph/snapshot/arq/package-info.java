/// Execution under ARQ: what of a query can be done in ids is compiled to a plan, the rest is left to ARQ's operators.
///
/// Entry type: [Vectorising]. The only package that touches ARQ execution; it knows no HTTP and no release.
@NullMarked
package de.stadtgraph.snapshot.arq;

import org.jspecify.annotations.NullMarked;
