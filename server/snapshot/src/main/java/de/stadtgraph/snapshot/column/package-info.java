/// Quads as sorted, compressed columns of `long`: four permutations, ranges in them, cursors over ranges.
///
/// Entry types: [QuadIndex], [Permutation], [Scan]. It knows numbers and their order, not what they stand for.
@NullMarked
package de.stadtgraph.snapshot.column;

import org.jspecify.annotations.NullMarked;
