/// What can go wrong, said once: the error codes with their status and their text in German and English.
///
/// Entry types: [ErrorCode], [ServerException].
/// It must not know anything else of the server.
@NullMarked
package de.stadtgraph.problem;

import org.jspecify.annotations.NullMarked;
