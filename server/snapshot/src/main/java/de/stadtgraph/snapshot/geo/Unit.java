package de.stadtgraph.snapshot.geo;

import java.util.Map;

/// Units of length by their IRIs (OGC Name Type Specification; those of Jena's spatial functions). Stateless.
public final class Unit {
    private static final String NAMESPACE = "http://www.opengis.net/def/uom/OGC/1.0/";
    private static final Map<String, Double> METRES = Map.ofEntries(
            Map.entry("metre", 1.0),
            Map.entry("meter", 1.0),
            Map.entry("m", 1.0),
            Map.entry("kilometre", 1000.0),
            Map.entry("kilometer", 1000.0),
            Map.entry("km", 1000.0),
            Map.entry("centimetre", 0.01),
            Map.entry("foot", 0.3048),
            Map.entry("yard", 0.9144),
            Map.entry("mile", 1609.344),
            Map.entry("statuteMile", 1609.344),
            Map.entry("nauticalMile", 1852.0));

    private Unit() {}

    /// Metres of a unit.
    ///
    /// @throws IllegalArgumentException when it is no known unit of length
    public static double metres(String iri) {
        Double metres = iri.startsWith(NAMESPACE) ? METRES.get(iri.substring(NAMESPACE.length())) : null;
        if (metres == null) {
            throw new IllegalArgumentException(
                    "no unit of length: <" + iri + ">; for example <" + NAMESPACE + "metre>");
        }
        return metres;
    }
}
