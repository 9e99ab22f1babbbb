package de.stadtgraph.snapshot.arq;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.query.Query;
import org.apache.jena.query.SortCondition;
import org.apache.jena.sparql.ARQConstants;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.Table;
import org.apache.jena.sparql.algebra.TableFactory;
import org.apache.jena.sparql.algebra.TransformCopy;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.op.OpDistinct;
import org.apache.jena.sparql.algebra.op.OpFilter;
import org.apache.jena.sparql.algebra.op.OpJoin;
import org.apache.jena.sparql.algebra.op.OpOrder;
import org.apache.jena.sparql.algebra.op.OpProject;
import org.apache.jena.sparql.algebra.op.OpSlice;
import org.apache.jena.sparql.algebra.op.OpTable;
import org.apache.jena.sparql.algebra.op.OpUnion;
import org.apache.jena.sparql.core.BasicPattern;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.BindingFactory;
import org.apache.jena.sparql.expr.E_NotExists;
import org.apache.jena.sparql.expr.NodeValue;
import org.apache.jena.sparql.syntax.ElementTriplesBlock;
import org.apache.jena.sparql.util.graph.GNode;
import org.apache.jena.sparql.util.graph.GraphList;

/// Puts what is found in the place of `?feature spatial:nearby (50.9 11.6 500 uom:metre)` and the like: a table of
/// geometries, joined with the features they belong to. A feature is what has the geometry by `geo:hasGeometry` or
/// `geo:hasDefaultGeometry`, or is described by the literal itself. One query.
final class SpatialPatterns extends TransformCopy {
    private static final String GEO = "http://www.opengis.net/ont/geosparql#";
    private static final Node AS_WKT = NodeFactory.createURI(GEO + "asWKT");
    private static final List<Node> TO_GEOMETRY =
            List.of(NodeFactory.createURI(GEO + "hasGeometry"), NodeFactory.createURI(GEO + "hasDefaultGeometry"));
    private static final Node TO_CENTROID = NodeFactory.createURI(GEO + "hasCentroid");

    private final StoredGeometries geometries;
    private int made;

    SpatialPatterns(StoredGeometries geometries) {
        this.geometries = geometries;
    }

    @Override
    public Op transform(OpBGP op) {
        BasicPattern pattern = op.getPattern();
        List<Triple> calls =
                pattern.getList().stream().filter(SpatialPatterns::isCall).toList();
        if (calls.isEmpty()) {
            return op;
        }
        Set<Triple> used = new HashSet<>(calls);
        List<Op> found = new ArrayList<>();
        for (Triple call : calls) {
            var list = new GNode(pattern, call.getObject());
            List<Node> arguments = List.of(call.getObject());
            if (GraphList.isListNode(list)) {
                used.addAll(GraphList.allTriples(list));
                arguments = GraphList.members(list);
            }
            String property = call.getPredicate().getURI().substring(SpatialSearch.NAMESPACE.length());
            found.add(features(call.getSubject(), SpatialSearch.of(property, arguments)));
        }
        var rest = new BasicPattern();
        pattern.getList().stream().filter(triple -> !used.contains(triple)).forEach(rest::add);
        Op joined = new OpBGP(rest);
        for (Op each : found) {
            joined = rest.isEmpty() && joined instanceof OpBGP ? each : OpJoin.create(each, joined);
        }
        return joined;
    }

    private static boolean isCall(Triple triple) {
        return triple.getPredicate().isURI() && triple.getPredicate().getURI().startsWith(SpatialSearch.NAMESPACE);
    }

    private Op features(Node subject, SpatialSearch search) {
        Var feature = subject instanceof Var variable ? variable : fresh();
        Var literal = fresh();
        StoredGeometries.Hit[] hits = geometries.hits(search.envelope(), search.points(), search.distance());
        Op features = search.limit().isPresent()
                ? nearest(feature, literal, hits, search.limit().getAsLong())
                : all(feature, literal, hits);
        return subject instanceof Var ? features : OpJoin.create(OpTable.create(single(feature, subject)), features);
    }

    private Op all(Var feature, Var literal, StoredGeometries.Hit[] hits) {
        long[] ids = Arrays.stream(hits).mapToLong(StoredGeometries.Hit::id).toArray();
        Op joined = OpJoin.create(OpTable.create(geometries.table(literal, ids)), described(feature, literal));
        return new OpDistinct(new OpProject(joined, List.of(feature)));
    }

    /// The features whose nearest geometry is among the nearest.
    private Op nearest(Var feature, Var literal, StoredGeometries.Hit[] hits, long limit) {
        Var distance = fresh();
        Table table = TableFactory.create(List.of(literal, distance));
        Arrays.sort(hits, Comparator.comparingDouble(StoredGeometries.Hit::metres));
        for (StoredGeometries.Hit hit : hits) {
            table.addBinding(BindingFactory.binding(
                    literal,
                    geometries.literal(hit.id()),
                    distance,
                    NodeValue.makeDouble(hit.metres()).asNode()));
        }
        Op joined = OpJoin.create(OpTable.create(table), described(feature, literal));
        Op each = new OpDistinct(new OpProject(joined, List.of(feature, distance)));
        var order = List.of(new SortCondition(distance, Query.ORDER_ASCENDING));
        Op first = new OpSlice(new OpOrder(each, order), 0, limit);
        return new OpDistinct(new OpProject(first, List.of(feature)));
    }

    private Op described(Var feature, Var literal) {
        Op all = bgp(Triple.create(feature, AS_WKT, literal));
        for (Node property : TO_GEOMETRY) {
            all = withoutPart(all, property, feature);
        }
        all = withoutPart(all, TO_CENTROID, feature);
        for (Node property : TO_GEOMETRY) {
            Var geometry = fresh();
            all = OpUnion.create(
                    all, bgp(Triple.create(feature, property, geometry), Triple.create(geometry, AS_WKT, literal)));
        }
        return all;
    }

    /// Only what is no geometry of something else.
    private Op withoutPart(Op all, Node property, Var part) {
        Triple whole = Triple.create(fresh(), property, part);
        var block = new ElementTriplesBlock();
        block.addTriple(whole);
        return OpFilter.filter(new E_NotExists(block, bgp(whole)), all);
    }

    private static OpBGP bgp(Triple... triples) {
        var pattern = new BasicPattern();
        for (Triple triple : triples) {
            pattern.add(triple);
        }
        return new OpBGP(pattern);
    }

    private static Table single(Var variable, Node value) {
        Table table = TableFactory.create(List.of(variable));
        table.addBinding(BindingFactory.binding(variable, value));
        return table;
    }

    private Var fresh() {
        return Var.alloc(ARQConstants.allocVarMarker + "spatial" + made++);
    }
}
