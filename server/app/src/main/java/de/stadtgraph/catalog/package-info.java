/// The datasets a city publishes, as their `dataset.ttl` describes them.
///
/// Entry types: [Dataset], [DatasetFile].
/// It must not know how a dataset is mapped, judged, stored or served.
@NullMarked
package de.stadtgraph.catalog;

import org.jspecify.annotations.NullMarked;
