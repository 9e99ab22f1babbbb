/// Full text over all strings of one state: hits, facets, suggestions, near spellings. Texts are written with the
/// segment
/// of a release, and read by way of the quads of the state.
///
/// Entry type: [SearchIndex]. Everything of Lucene stays in here.
/// It must not know how a state came about, nor the web front.
@NullMarked
package de.stadtgraph.search;

import org.jspecify.annotations.NullMarked;
