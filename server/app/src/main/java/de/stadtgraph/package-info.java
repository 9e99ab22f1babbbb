/// The composition root: the command line's entry, the configuration, and the only place where engines are built.
///
/// Entry types: [Main], [Server], [Config].
/// It must not hold logic of its own: what can be tested without a server lives below.
@NullMarked
package de.stadtgraph;

import org.jspecify.annotations.NullMarked;
