/// Full text over the labels and texts of one state: hits, facets, suggestions, near spellings.
///
/// Entry type: [SearchIndex]. Everything of Lucene stays in here.
/// It must not know how a state came about, nor the web front.
@NullMarked
package de.stadtgraph.search;

import org.jspecify.annotations.NullMarked;
