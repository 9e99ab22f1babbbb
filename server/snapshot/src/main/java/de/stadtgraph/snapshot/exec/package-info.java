/// Operators over batches of ids: scans are joined, filtered, grouped, sorted in columns of `long`.
///
/// Entry type: [Rows]. Never sees a term or a query: what needs terms comes as an [IdTest], [IdValue] or [IdOrder].
@NullMarked
package de.stadtgraph.snapshot.exec;

import org.jspecify.annotations.NullMarked;
