/// Decides on a candidate and makes it a release; keeps the log of states.
///
/// Entry types: [Publisher], [Releases], [StateLog].
/// It must not map or validate: it is handed quads and findings.
@NullMarked
package de.stadtgraph.publication;

import org.jspecify.annotations.NullMarked;
