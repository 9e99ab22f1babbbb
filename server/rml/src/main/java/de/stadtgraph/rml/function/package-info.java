/// The closed library of functions a mapping may call.
///
/// Entry type: [FunctionLibrary]. Functions are total, bounded and deterministic; they must not know records or files.
@NullMarked
package de.stadtgraph.rml.function;

import org.jspecify.annotations.NullMarked;
