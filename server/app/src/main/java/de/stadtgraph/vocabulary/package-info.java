/// The terms of the vocabularies in use, as nodes, and the IRIs of the city.
///
/// Entry types: [Jmo], [CityIris].
/// It must not know files, stores or requests.
@NullMarked
package de.stadtgraph.vocabulary;

import org.jspecify.annotations.NullMarked;
