/// Charts as drawings of boxes, lines, dots and labels; a template writes them as SVG.
///
/// Entry types: [Chart], [Drawing].
/// It must not know RDF, queries or pages. A missing value is never drawn as 0.
@NullMarked
package de.stadtgraph.chart;

import org.jspecify.annotations.NullMarked;
