/// Looks at an unknown raw file and writes a first draft of a mapping for it.
///
/// Entry types: [SourceProfile], [ModuleDraft].
/// It must not map: it reads records as the engine does, guesses, and says how sure it is.
@NullMarked
package de.stadtgraph.rml.profile;

import org.jspecify.annotations.NullMarked;
