package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import de.stadtgraph.snapshot.arq.Spatial;
import java.util.HashSet;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.sparql.algebra.Op;
import org.apache.jena.sparql.algebra.OpVisitorBase;
import org.apache.jena.sparql.algebra.op.OpBGP;
import org.apache.jena.sparql.algebra.walker.Walker;
import org.apache.jena.sparql.expr.ExprVisitorBase;

/// Properties that no data have: an index of what is published answers them. On a draft they would find nothing, and
/// say nothing about it. Stateless.
final class IndexedProperties {
    private static final Set<String> NAMES = names();

    private IndexedProperties() {}

    private static Set<String> names() {
        Set<String> names = new HashSet<>(Spatial.properties());
        names.add(TextTables.QUERY.getURI());
        return Set.copyOf(names);
    }

    /// Refuses a query that asks them.
    static void refuse(Op op) {
        Walker.walk(
                op,
                new OpVisitorBase() {
                    @Override
                    public void visit(OpBGP patterns) {
                        patterns.getPattern().forEach(IndexedProperties::refuse);
                    }
                },
                new ExprVisitorBase());
    }

    private static void refuse(Triple pattern) {
        Node property = pattern.getPredicate();
        if (property.isURI() && NAMES.contains(property.getURI())) {
            throw new ServerException(
                    ErrorCode.QUERY_SYNTAX,
                    new Text(
                            "<" + property.getURI() + "> fragt einen Index der veröffentlichten Daten; ein Entwurf hat"
                                    + " keinen. Dort geht FILTER mit CONTAINS, REGEX und geof:.",
                            "<" + property.getURI() + "> asks an index of what is published; a draft has none. FILTER"
                                    + " with CONTAINS, REGEX and geof: works there."));
        }
    }
}
