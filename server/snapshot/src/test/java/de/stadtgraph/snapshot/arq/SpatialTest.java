package de.stadtgraph.snapshot.arq;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotBuilder;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.snapshot.geo.Distances;
import de.stadtgraph.snapshot.geo.GeoFunction;
import de.stadtgraph.snapshot.geo.Geometries;
import de.stadtgraph.snapshot.geo.Wkt;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.jena.query.QueryBuildException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.iterator.QueryIterRoot;
import org.apache.jena.sparql.engine.main.QC;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.function.FunctionBase;
import org.apache.jena.sparql.function.FunctionRegistry;
import org.apache.jena.sparql.util.Context;
import org.apache.jena.sys.JenaSystem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;

/// Spatial properties and filters on a merged state of two releases: points, areas with a centroid, a literal that two
/// things share, some that are none; all compared with looking at every geometry.
class SpatialTest {
    private static final String PREFIXES = """
        PREFIX : <http://example/>
        PREFIX geo: <http://www.opengis.net/ont/geosparql#>
        PREFIX geof: <http://www.opengis.net/def/function/geosparql/>
        PREFIX spatial: <http://jena.apache.org/spatial#>
        PREFIX uom: <http://www.opengis.net/def/uom/OGC/1.0/>
        """;
    private static final String AREA =
            "\"POLYGON ((11.55 50.90, 11.62 50.91, 11.60 50.95, 11.54 50.94, 11.55 50.90))\"^^geo:wktLiteral";

    static {
        JenaSystem.init();
        for (GeoFunction function : GeoFunction.values()) {
            FunctionRegistry.get().put(function.iri(), _ -> new FunctionBase() {
                @Override
                public NodeValue exec(List<NodeValue> values) {
                    return function.value(values, new Geometries(), (_, _) -> {});
                }

                @Override
                public void checkBuild(String uri, org.apache.jena.sparql.expr.ExprList arguments) {}
            });
        }
    }

    @TempDir
    Path folder;

    private final List<Feature> features = new ArrayList<>();
    private String planned = "";
    private @Nullable Snapshot snapshot;

    /// What the data say of a feature.
    private record Feature(String name, Geometry geometry) {}

    @BeforeEach
    void open() {
        Random random = new Random(20_261_127);
        StringBuilder points = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            String place = String.format(
                    Locale.ROOT, "POINT (%.7f %.7f)", random.nextDouble(11.4, 11.8), random.nextDouble(50.8, 51.0));
            add(points, "point" + i, "hasGeometry", place);
        }
        add(points, "pointTwin", "hasGeometry", features.getFirst().geometry().toText());
        points.append(":odd geo:hasGeometry [ geo:asWKT \"POINT (here)\"^^geo:wktLiteral ] .\n");
        points.append(":old geo:hasGeometry [ geo:asWKT \"<http://www.opengis.net/def/crs/EPSG/0/4326> ")
                .append("POINT (50.92 11.58)\"^^geo:wktLiteral ] .\n");
        StringBuilder areas = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            double west = random.nextDouble(11.4, 11.8);
            double south = random.nextDouble(50.8, 51.0);
            double size = random.nextDouble(0.0001, 0.02);
            String area = String.format(
                    Locale.ROOT,
                    "POLYGON ((%1$.6f %2$.6f, %3$.6f %2$.6f, %3$.6f %4$.6f, %1$.6f %2$.6f))",
                    west,
                    south,
                    west + size,
                    south + size);
            add(areas, "area" + i, "hasDefaultGeometry", area);
            areas.append(
                    ":area%d geo:hasCentroid :area%d-centre . :area%d-centre geo:asWKT \"POINT (%s %s)\"^^geo:wktLiteral .\n"
                            .formatted(i, i, i, west, south));
        }
        areas.append(":plain geo:asWKT \"POINT (11.58 50.92)\"^^geo:wktLiteral .\n");
        features.add(new Feature("plain", Wkt.read("POINT (11.58 50.92)")));
        build("points", points.toString());
        build("areas", areas.toString());
        new SnapshotBuilder()
                .build(
                        "state",
                        List.of(
                                new SnapshotBuilder.Segment(folder.resolve("points"), SnapshotBuilder.Role.RELEASED),
                                new SnapshotBuilder.Segment(folder.resolve("areas"), SnapshotBuilder.Role.RELEASED)),
                        folder.resolve("state"));
        snapshot = Snapshot.open(folder.resolve("state"));
        Objects.requireNonNull(snapshot).verify();
    }

    private void add(StringBuilder data, String name, String property, String wkt) {
        features.add(new Feature(name, Wkt.read(wkt)));
        data.append(":%s geo:%s :%s-g . :%s-g geo:asWKT \"%s\"^^geo:wktLiteral .\n"
                .formatted(name, property, name, name, wkt));
    }

    private void build(String name, String turtle) {
        DatasetGraph data = DatasetGraphFactory.createTxnMem();
        RDFParser.fromString(PREFIXES + "GRAPH :" + name + " {\n" + turtle + "}", Lang.TRIG)
                .parse(data);
        DifferentialRun.build(data, folder.resolve(name));
    }

    @AfterEach
    void close() {
        Objects.requireNonNull(snapshot).close();
    }

    @Test
    void the_nearest_are_found_by_distance_to_points_and_areas() {
        Geometry middle = Wkt.read("POINT (11.58 50.92)");

        assertThat(names("SELECT ?f { ?f spatial:nearby (50.92 11.58 1500 uom:metre) }"))
                .isEqualTo(expected(each -> Distances.metres(middle, each) <= 1500))
                .hasSizeGreaterThan(20)
                .contains("plain");
        assertThat(names("SELECT ?f { ?f spatial:withinCircle (50.92 11.58 1.5) }"))
                .as("kilometres where no unit is given")
                .isEqualTo(expected(each -> Distances.metres(middle, each) <= 1500));
        List<String> nearest = features.stream()
                .sorted(Comparator.comparingDouble(each -> Distances.metres(middle, each.geometry())))
                .limit(12)
                .map(Feature::name)
                .sorted()
                .toList();
        assertThat(names("SELECT ?f { ?f spatial:nearby (50.92 11.58 1500 uom:metre 12) }"))
                .isEqualTo(nearest);
    }

    @Test
    void a_line_may_be_the_middle() {
        Geometry line = Wkt.read("LINESTRING (11.5 50.85, 11.7 50.95)");

        assertThat(
                        names(
                                "SELECT ?f { ?f spatial:nearbyGeom (\"LINESTRING (11.5 50.85, 11.7 50.95)\"^^geo:wktLiteral 200 uom:metre) }"))
                .isEqualTo(expected(each -> Distances.metres(line, each) <= 200))
                .hasSizeGreaterThan(20);
    }

    @Test
    void boxes_hold_or_touch() {
        Geometry box = Wkt.read("POLYGON ((11.55 50.9, 11.6 50.9, 11.6 50.93, 11.55 50.93, 11.55 50.9))");

        List<String> within = names("SELECT ?f { ?f spatial:withinBox (50.9 11.55 50.93 11.6) }");
        List<String> touched = names("SELECT ?f { ?f spatial:intersectBox (50.9 11.55 50.93 11.6) }");
        assertThat(within).isEqualTo(expected(box::covers)).hasSizeGreaterThan(20);
        assertThat(touched).isEqualTo(expected(box::intersects)).hasSizeGreaterThan(within.size());
    }

    @Test
    void what_is_found_joins_with_the_rest() {
        assertThat(names("SELECT ?f { ?f spatial:nearby (50.92 11.58 1500 uom:metre) . ?f geo:hasDefaultGeometry ?g }"))
                .isNotEmpty()
                .allMatch(name -> name.startsWith("area"));
        assertThat(names("SELECT ?f { :plain spatial:nearby (50.92 11.58 1) . ?f geo:hasCentroid ?c }"))
                .hasSize(200);
        assertThat(names("SELECT ?f { :point0 spatial:nearby (0 0 1) . ?f geo:hasCentroid ?c }"))
                .isEmpty();
    }

    @Test
    void a_filter_with_a_relation_reads_only_what_can_pass() {
        Geometry area = Wkt.read("POLYGON ((11.55 50.90, 11.62 50.91, 11.60 50.95, 11.54 50.94, 11.55 50.90))");

        for (String filter : List.of("geof:sfWithin(?w, %s)", "geof:sfContains(%s, ?w)")) {
            assertThat(names("SELECT ?f { ?f geo:hasGeometry ?g . ?g geo:asWKT ?w FILTER(" + filter.formatted(AREA)
                            + ") }"))
                    .isEqualTo(expected("point", area::contains))
                    .hasSizeGreaterThan(20);
            assertThat(planned).contains("table");
        }
        assertThat(names("SELECT ?f { ?f geo:hasDefaultGeometry/geo:asWKT ?w FILTER(geof:sfIntersects(?w, " + AREA
                        + ")) }"))
                .isEqualTo(expected("area", area::intersects))
                .hasSizeGreaterThan(5);
        assertThat(names("SELECT ?f { ?f geo:hasGeometry/geo:asWKT ?w FILTER(geof:sfDisjoint(?w, " + AREA + ")) }"))
                .isEqualTo(expected("point", area::disjoint));
        assertThat(planned).doesNotContain("table");
    }

    @Test
    void a_filter_by_distance_reads_only_what_can_pass() {
        Geometry middle = Wkt.read("POINT (11.58 50.92)");
        String distance = "geof:distance(?w, \"POINT (11.58 50.92)\"^^geo:wktLiteral, uom:metre)";

        for (String query : List.of(
                "?f geo:hasGeometry/geo:asWKT ?w FILTER(" + distance + " < 900)",
                "?f geo:hasGeometry/geo:asWKT ?w FILTER(900 >= " + distance + ")",
                "?f geo:hasGeometry/geo:asWKT ?w BIND(" + distance + " AS ?d) FILTER(?d < 900)")) {
            assertThat(names("SELECT ?f { " + query + " }"))
                    .as(query)
                    .isEqualTo(expected("point", each -> Distances.metres(middle, each) < 900))
                    .hasSizeGreaterThan(5);
            assertThat(planned).contains("table");
        }
    }

    @Test
    void a_filter_on_what_need_not_be_in_the_data_stays() {
        String bind =
                "BIND(STRDT(\"POINT (11.58 50.925)\", geo:wktLiteral) AS ?w) FILTER(geof:sfWithin(?w, " + AREA + "))";

        assertThat(names("SELECT ?f { :plain geo:asWKT ?x . BIND(:plain AS ?f) " + bind + " }"))
                .containsExactly("plain");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "?f spatial:nearby (50.92 11.58)",
                "?f spatial:nearby (95 11.58 1)",
                "?f spatial:nearby (50.92 11.58 \"near\")",
                "?f spatial:nearby (50.92 11.58 1 uom:parsec)",
                "?f spatial:nearby (50.92 11.58 1 uom:metre 5 6)",
                "?f spatial:withinBox (50.93 11.55 50.9 11.6)",
                "?f spatial:nearbyGeom (\"POINT (11 50)\" 5)",
                "?f spatial:nearbyGeom (?w 5)",
                "?f spatial:north (50.92 11.58)",
            })
    void arguments_that_make_no_sense_are_told(String pattern) {
        assertThatThrownBy(() -> names("SELECT ?f { " + pattern + " }"))
                .isInstanceOf(QueryBuildException.class)
                .hasMessageStartingWith("spatial:");
    }

    private List<String> expected(Predicate<Geometry> test) {
        return expected("", test);
    }

    private List<String> expected(String begin, Predicate<Geometry> test) {
        return features.stream()
                .filter(each -> each.name().startsWith(begin) && test.test(each.geometry()))
                .map(Feature::name)
                .sorted()
                .toList();
    }

    private List<String> names(String query) {
        DatasetGraph data = Objects.requireNonNull(snapshot).dataset(View.union());
        var meter = new DifferentialRun.FreeMeter();
        Op rewritten = Spatial.rewrite(Algebra.compile(QueryFactory.create(PREFIXES + query)), data, meter);
        planned = rewritten.toString();
        List<String> left = new ArrayList<>();
        Context context = new Context();
        UniformTables.useIn(context);
        QC.setFactory(context, SnapshotExecutor.factory(new Vectorising(meter, left::add)));
        ExecutionContext execution = ExecutionContext.create(data, context);
        List<String> names = new ArrayList<>();
        QC.execute(Algebra.optimize(rewritten, context), QueryIterRoot.create(execution), execution)
                .forEachRemaining(row -> names.add(row.get("f").getURI().substring("http://example/".length())));
        assertThat(left).isEmpty();
        return names.stream().sorted().toList();
    }
}
