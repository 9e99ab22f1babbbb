package de.stadtgraph.rml.function;

import static de.stadtgraph.rml.function.Definitions.VALUE;
import static de.stadtgraph.rml.function.Definitions.define;
import static de.stadtgraph.rml.function.Definitions.ofValue;
import static de.stadtgraph.rml.function.Definitions.parameter;
import static de.stadtgraph.rml.function.Definitions.sg;
import static de.stadtgraph.rml.function.Definitions.takingNodes;

import de.stadtgraph.rml.function.FunctionDefinition.Result;
import de.stadtgraph.rml.geo.Crs;
import de.stadtgraph.rml.geo.GeometryException;
import de.stadtgraph.rml.geo.GeometryReader;
import de.stadtgraph.rml.geo.Projection;
import de.stadtgraph.rml.geo.WktFormat;
import de.stadtgraph.rml.term.Fault;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;

/// `sg:point geometry centroid area snap`: well-known text in CRS84, square metres. Stateless.
final class GeometryFunctions {
    private GeometryFunctions() {}

    static List<FunctionDefinition> all() {
        return List.of(
                define(
                        "point",
                        Result.TEXT,
                        List.of(
                                parameter("x", Parameter.Use.VALUE),
                                parameter("y", Parameter.Use.VALUE),
                                parameter("crs", Parameter.Use.CONSTANT)),
                        (constants, _) -> point(projection(constants))),
                takingNodes(ofValue("geometry", (constants, _) -> geometry(constants), "crs", "decimals?")),
                takingNodes(ofValue("centroid", (constants, _) -> centroid(constants), "crs", "decimals?")),
                takingNodes(ofValue("area", (constants, _) -> area(projection(constants)), "crs")),
                takingNodes(ofValue("snap", (constants, _) -> snap(constants), "metres", "crs")));
    }

    /// A step on geometries that may fail.
    private interface Step {
        String apply(Arguments arguments) throws GeometryException;
    }

    private static Function guarded(Step step) {
        return arguments -> {
            try {
                return Outcome.of(step.apply(arguments));
            } catch (GeometryException | IllegalArgumentException broken) {
                return new Outcome.Rejected(Fault.BAD_GEOMETRY);
            }
        };
    }

    private static Projection projection(Arguments constants) {
        String name = constants.one(sg("crs"));
        return new Projection(Crs.named(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "there is no coordinate system `" + name + "`; known are " + Crs.names())));
    }

    private static int decimals(Arguments constants) {
        int decimals = constants
                .first(sg("decimals"))
                .map(text -> Numbers.integer(text, "sg:decimals"))
                .orElse(WktFormat.MOST_DECIMALS);
        if (decimals < 0 || decimals > WktFormat.MOST_DECIMALS) {
            throw new IllegalArgumentException("sg:decimals is 0 to 7");
        }
        return decimals;
    }

    private static Function point(Projection projection) {
        return arguments -> {
            Optional<BigDecimal> x = Numbers.plain(arguments.one(sg("x")));
            Optional<BigDecimal> y = Numbers.plain(arguments.one(sg("y")));
            if (x.isEmpty() || y.isEmpty()) {
                return new Outcome.Rejected(Fault.BAD_NUMBER);
            }
            var east = GeometryReader.point(x.get().doubleValue(), y.get().doubleValue());
            return guarded(_ -> WktFormat.write(projection.toDegrees(east), WktFormat.MOST_DECIMALS))
                    .apply(arguments);
        };
    }

    private static Function geometry(Arguments constants) {
        Projection projection = projection(constants);
        int decimals = decimals(constants);
        return guarded(
                arguments -> WktFormat.write(projection.toDegrees(projection.read(arguments.one(VALUE))), decimals));
    }

    private static Function centroid(Arguments constants) {
        Projection projection = projection(constants);
        int decimals = decimals(constants);
        return guarded(
                arguments -> WktFormat.write(projection.centroid(projection.read(arguments.one(VALUE))), decimals));
    }

    private static Function area(Projection projection) {
        return guarded(arguments -> projection.area(projection.read(arguments.one(VALUE))));
    }

    private static Function snap(Arguments constants) {
        Projection projection = projection(constants);
        double metres =
                Numbers.constant(constants.one(sg("metres")), "sg:metres").doubleValue();
        if (metres <= 0) {
            throw new IllegalArgumentException("sg:metres must be above 0");
        }
        return guarded(arguments -> WktFormat.write(
                projection.snapped(projection.read(arguments.one(VALUE)), metres), WktFormat.MOST_DECIMALS));
    }
}
