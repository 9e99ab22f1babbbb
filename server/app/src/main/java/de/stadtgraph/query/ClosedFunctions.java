package de.stadtgraph.query;

import de.stadtgraph.snapshot.geo.GeoFunction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.apache.jena.sparql.function.FunctionFactory;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.jspecify.annotations.Nullable;

/// The functions that a query may call by IRI, and no other: casts of XSD, `math:` of XPath, `geof:` of
/// GeoSPARQL.
///
/// The registry of the engine loads classes by name even when it is empty; this one answers what is registered.
/// Built once; not changed afterwards.
final class ClosedFunctions extends FunctionRegistry {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema#";
    private static final String MATH = "http://www.w3.org/2005/xpath-functions/math#";
    private static final List<String> CASTS = List.of(
            "decimal",
            "integer",
            "long",
            "int",
            "short",
            "byte",
            "nonPositiveInteger",
            "negativeInteger",
            "nonNegativeInteger",
            "positiveInteger",
            "unsignedLong",
            "unsignedInt",
            "unsignedShort",
            "unsignedByte",
            "double",
            "float",
            "boolean",
            "duration",
            "dayTimeDuration",
            "yearMonthDuration",
            "string",
            "anyURI",
            "dateTime",
            "date",
            "time",
            "gYear",
            "gYearMonth",
            "gMonth",
            "gMonthDay",
            "gDay");
    private static final List<String> MATHS = List.of(
            "pi", "exp", "exp10", "log", "log10", "pow", "sqrt", "sin", "cos", "tan", "asin", "acos", "atan", "atan2");

    private final Set<String> names = new TreeSet<>();

    ClosedFunctions(FunctionRegistry all) {
        CASTS.forEach(name -> take(all, XSD + name));
        MATHS.forEach(name -> take(all, MATH + name));
        for (GeoFunction each : GeoFunction.values()) {
            super.put(each.iri(), _ -> new GeometryFunction(each));
            names.add(each.iri());
        }
    }

    private void take(FunctionRegistry all, String iri) {
        FunctionFactory factory = all.isRegistered(iri) ? all.get(iri) : null;
        if (factory != null) {
            super.put(iri, factory);
            names.add(iri);
        }
    }

    @Override
    public @Nullable FunctionFactory get(String uri) {
        return isRegistered(uri) ? super.get(uri) : null;
    }

    /// The closed list, in order.
    Set<String> names() {
        return names;
    }

    /// Functions with a name like that of an unknown one.
    List<String> like(String iri) {
        String name = iri.substring(
                        Math.max(iri.lastIndexOf('#'), Math.max(iri.lastIndexOf('/'), iri.lastIndexOf(':'))) + 1)
                .toLowerCase(Locale.ROOT);
        return names.stream()
                .filter(known -> {
                    String end = known.substring(known.lastIndexOf('#') + 1).toLowerCase(Locale.ROOT);
                    return !name.isEmpty() && (end.startsWith(name) || name.startsWith(end));
                })
                .limit(3)
                .toList();
    }
}
