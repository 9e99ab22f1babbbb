package de.stadtgraph.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.sparql.algebra.OpAsQuery;
import org.apache.jena.sparql.algebra.OpVars;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.Rename;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.engine.binding.BindingBuilder;
import org.apache.jena.sparql.syntax.Element;
import org.apache.jena.sparql.syntax.ElementData;
import org.apache.jena.sparql.syntax.ElementGroup;
import org.apache.jena.sparql.syntax.ElementSubQuery;

/// The part of a query that another portal answers, and its text for that portal.
///
/// Values that rows have already go along as VALUES (SPARQL 1.1 Federated Query, section 2.4), so that the portal sends
/// what joins and not all it has.
final class RemotePart {
    private final OpService service;
    private final Element pattern;

    /// Variables of this query by their names in the other portal's.
    private final Map<Var, Var> own = new LinkedHashMap<>();

    RemotePart(OpService service) {
        this.service = service;
        for (Var variable : OpVars.visibleVars(service.getSubOp())) {
            own.put((Var) Rename.reverseVarRename(variable), variable);
        }
        Query asked = OpAsQuery.asQuery(Rename.reverseVarRename(service.getSubOp(), true));
        boolean plain = asked.isQueryResultStar()
                && !asked.isDistinct()
                && !asked.isReduced()
                && !asked.hasLimit()
                && !asked.hasOffset()
                && !asked.hasOrderBy()
                && !asked.hasValues();
        this.pattern = plain ? asked.getQueryPattern() : new ElementSubQuery(asked);
    }

    String endpoint() {
        return service.getService().getURI();
    }

    /// Whether the query goes on without an answer.
    boolean silent() {
        return service.getSilent();
    }

    /// The text that asks for what joins with some rows.
    String text(List<Binding> rows) {
        ElementGroup group = new ElementGroup();
        Map<Var, Var> sent = sent(rows);
        if (!sent.isEmpty()) {
            group.addElement(new ElementData(List.copyOf(sent.keySet()), values(rows, sent)));
        }
        ElementGroup nested = new ElementGroup();
        nested.addElement(pattern);
        group.addElement(nested);
        Query query = QueryFactory.make();
        query.setQuerySelectType();
        query.setQueryResultStar(true);
        query.setQueryPattern(group);
        return query.serialize();
    }

    /// Variables that every row binds to a name that means the same there: blank nodes do not.
    private Map<Var, Var> sent(List<Binding> rows) {
        Map<Var, Var> sent = new LinkedHashMap<>();
        own.forEach((theirs, ours) -> {
            if (rows.stream().allMatch(row -> row.contains(ours) && isSent(row.get(ours)))) {
                sent.put(theirs, ours);
            }
        });
        return sent;
    }

    private static boolean isSent(Node value) {
        return value.isURI() || value.isLiteral();
    }

    private static List<Binding> values(List<Binding> rows, Map<Var, Var> sent) {
        Set<Binding> values = new LinkedHashSet<>();
        for (Binding row : rows) {
            BindingBuilder value = Binding.builder();
            sent.forEach((theirs, ours) -> value.add(theirs, row.get(ours)));
            values.add(value.build());
        }
        return new ArrayList<>(values);
    }

    /// A row of the other portal in the names of this query.
    Binding own(Binding theirs) {
        BindingBuilder row = Binding.builder();
        own.forEach((name, variable) -> {
            Node value = theirs.get(name);
            if (value != null) {
                row.add(variable, value);
            }
        });
        return row.build();
    }
}
