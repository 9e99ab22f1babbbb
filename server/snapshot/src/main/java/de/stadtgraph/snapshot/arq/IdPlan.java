package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.Meter;
import de.stadtgraph.snapshot.plan.Explained;
import de.stadtgraph.snapshot.plan.Step;
import de.stadtgraph.snapshot.write.IdTable;
import de.stadtgraph.snapshot.write.TripleTable;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.out.NodeFmtLib;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;

/// A query compiled to ids as a whole. It may run again and again on the same index, one run at a time.
///
/// Its meter was given when it was compiled: for several runs that has to be one that follows the query which runs.
public final class IdPlan {
    /// Operators that read patterns, whose labels hold numbers: `?3` a variable, `#7` a term.
    private static final List<String> READERS = List.of("scan ", "lookup ", "count by value ");

    private static final Pattern NUMBERED = Pattern.compile("([?#])([0-9]+)");

    private final Step step;
    private final QueryTerms terms;
    private final Slots slots;
    private final int ownTerms;
    private final int[] wanted;
    private final Var[] variables;

    IdPlan(Step step, OpCompiler compiler) {
        this.step = step;
        this.terms = compiler.terms();
        this.slots = compiler.slots();
        this.ownTerms = terms.size();
        this.wanted = slots.visible(step.shape().variables());
        this.variables = new Var[wanted.length];
        for (int i = 0; i < wanted.length; i++) {
            variables[i] = slots.variable(wanted[i]);
        }
    }

    /// Begins a run.
    public QueryIterator rows(Meter meter, ExecutionContext context) {
        forget();
        return new IdBindings(step.open(wanted, meter), variables, terms, context);
    }

    /// Begins a run whose rows stay ids.
    ///
    /// @param names of the columns wanted, in order
    public IdTable table(List<String> names, Meter meter) {
        forget();
        return opened(names, meter);
    }

    /// Begins a run whose rows become triples.
    ///
    /// @param template of the triples, without blank nodes
    public TripleTable triples(List<Triple> template, Meter meter) {
        forget();
        List<String> names = new ArrayList<>();
        int[] columns = new int[3 * template.size()];
        long[] constants = new long[columns.length];
        for (int i = 0; i < columns.length; i++) {
            Triple triple = template.get(i / 3);
            Node member = List.of(triple.getSubject(), triple.getPredicate(), triple.getObject())
                    .get(i % 3);
            columns[i] = member instanceof Var variable ? place(variable.getVarName(), names) : -1;
            constants[i] = columns[i] < 0 ? terms.id(member) : 0;
        }
        return new TripleTable(opened(names, meter), columns, constants);
    }

    private static int place(String name, List<String> names) {
        if (!names.contains(name)) {
            names.add(name);
        }
        return names.indexOf(name);
    }

    private IdTable opened(List<String> names, Meter meter) {
        int[] columns = slots.of(names.stream().map(Var::alloc).toList());
        return new IdTable(names, step.open(columns, meter), terms.dictionary(), terms::known);
    }

    /// Forgets the last run.
    public void forget() {
        terms.keep(ownTerms);
        step.forget();
    }

    /// What was planned, and what the last run did.
    public Explained explained() {
        return named(Explained.of(step));
    }

    private Explained named(Explained plan) {
        boolean reads = READERS.stream().anyMatch(plan.operator()::startsWith);
        return new Explained(
                reads ? NUMBERED.matcher(plan.operator()).replaceAll(this::name) : plan.operator(),
                plan.engine(),
                plan.expected(),
                plan.rows(),
                plan.millis(),
                plan.inputs().stream().map(this::named).toList());
    }

    private String name(MatchResult found) {
        long number = Long.parseLong(found.group(2));
        if (found.group(1).equals("?")) {
            return Matcher.quoteReplacement(slots.variable((int) number).toString());
        }
        return Matcher.quoteReplacement(NodeFmtLib.strNT(terms.known(number)));
    }
}
