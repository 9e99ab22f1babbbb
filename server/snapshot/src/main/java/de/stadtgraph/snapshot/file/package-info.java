/// Files of an index: written once with checksums, mapped read-only, each page checked at its first touch.
///
/// Entry types: [IndexFile], [IndexFileWriter]. It knows bytes, not what they mean.
@NullMarked
package de.stadtgraph.snapshot.file;

import org.jspecify.annotations.NullMarked;
