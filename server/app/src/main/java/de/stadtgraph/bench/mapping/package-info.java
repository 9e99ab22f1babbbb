/// `bench mapping`: the RML engine beside CARML on tables in the shape of a timetable (GTFS).
///
/// Entry type: [MappingBench].
/// It must not map anything itself: both engines run as processes, started as their users start them.
@NullMarked
package de.stadtgraph.bench.mapping;

import org.jspecify.annotations.NullMarked;
