/// One small class a command of `./stadtgraph`.
///
/// Entry type: [Commands].
/// It must not hold rules of the domain: a command reads arguments, calls the server's parts and prints.
@NullMarked
package de.stadtgraph.cli;

import org.jspecify.annotations.NullMarked;
