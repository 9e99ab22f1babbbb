package de.stadtgraph.snapshot.arq;

import de.stadtgraph.snapshot.exec.Columns;
import de.stadtgraph.snapshot.exec.EqualTest;
import de.stadtgraph.snapshot.exec.IdTest;
import de.stadtgraph.snapshot.exec.Rows;
import de.stadtgraph.snapshot.exec.TableRows;
import de.stadtgraph.snapshot.plan.Condition;
import de.stadtgraph.snapshot.plan.FilterStep;
import de.stadtgraph.snapshot.plan.Planner;
import de.stadtgraph.snapshot.plan.ProjectStep;
import de.stadtgraph.snapshot.plan.ReachStep;
import de.stadtgraph.snapshot.plan.Step;
import de.stadtgraph.snapshot.plan.TableStep;
import de.stadtgraph.snapshot.plan.Variables;
import java.util.List;
import java.util.function.LongFunction;
import org.apache.jena.graph.Node;
import org.apache.jena.sparql.core.TriplePath;
import org.apache.jena.sparql.core.Var;
import org.jspecify.annotations.Nullable;

/// Compiles property paths with a bound end: the path is walked from there. One query.
final class PathCompiler {
    private final Slots slots;
    private final QueryTerms terms;
    private final PathEdges edges;

    PathCompiler(OpCompiler compiler, Scope scope) {
        this.slots = compiler.slots();
        this.terms = compiler.terms();
        this.edges = new PathEdges(compiler.index(), scope.view(), terms::stored, terms.meter());
        if (scope.graph() != null) {
            throw new NotVectorised("path inside GRAPH ?g");
        }
    }

    /// A path with a constant end, by itself; nothing when both ends are variables.
    @Nullable
    Step alone(TriplePath path) {
        if (!path.getSubject().isVariable()) {
            return to(constant(path.getSubject()), path, PathEdges.Direction.FORWARD);
        }
        return path.getObject().isVariable()
                ? null
                : to(constant(path.getObject()), path, PathEdges.Direction.BACKWARD);
    }

    /// A path walked from the rows of a step that binds one of its ends.
    ///
    /// @throws NotVectorised when neither end is bound
    Step from(Step input, TriplePath path) {
        if (path.getSubject().equals(path.getObject())) {
            throw new NotVectorised("path from a variable to itself");
        }
        int subject = slots.of(Var.alloc(path.getSubject()));
        int object = slots.of(Var.alloc(path.getObject()));
        if (input.shape().isCertain(subject)) {
            return to(new Start(input, subject), path, PathEdges.Direction.FORWARD);
        }
        if (input.shape().isCertain(object)) {
            return to(new Start(input, object), path, PathEdges.Direction.BACKWARD);
        }
        throw new NotVectorised("path with both ends unbound");
    }

    /// Rows and the variable in which they have the start.
    private record Start(Step step, int variable) {}

    private Start constant(Node node) {
        int variable = slots.fresh();
        return new Start(new TableStep(new int[] {variable}, new long[][] {{terms.id(node)}}, 1), variable);
    }

    private Step to(Start start, TriplePath path, PathEdges.Direction direction) {
        Node end = direction == PathEdges.Direction.FORWARD ? path.getObject() : path.getSubject();
        LongFunction<Rows> reached = reached(edges.of(path.getPath(), direction));
        if (!end.isVariable()) {
            int found = slots.fresh();
            int wanted = slots.fresh();
            Step both = new ReachStep(start.step(), start.variable(), found, reached);
            TableStep constant = new TableStep(new int[] {wanted}, new long[][] {{terms.id(end)}}, 1);
            return new ProjectStep(
                    FilterStep.of(Planner.looseJoin(both, constant), List.of(new Same(found, wanted))),
                    start.step().shape().variables());
        }
        int variable = slots.of(Var.alloc(end));
        if (!start.step().shape().has(variable)) {
            return new ReachStep(start.step(), start.variable(), variable, reached);
        }
        if (!start.step().shape().isCertain(variable)) {
            throw new NotVectorised("path to a variable that may be unbound");
        }
        int found = slots.fresh();
        Step both = new ReachStep(start.step(), start.variable(), found, reached);
        return FilterStep.of(both, List.of(new Same(found, variable)));
    }

    private LongFunction<Rows> reached(Edges path) {
        return start -> {
            Columns found = new Columns(1, terms.meter());
            long[][] one = new long[1][1];
            path.from(start, node -> {
                one[0][0] = node;
                found.add(one, 0);
            });
            return new Found(found);
        };
    }

    /// The nodes reached from one start; given back when they are read.
    private static final class Found implements Rows {
        private final Columns kept;
        private final TableRows rows;

        Found(Columns kept) {
            this.kept = kept;
            this.rows = new TableRows(kept.columns(), kept.size());
        }

        @Override
        public int next(long[][] columns) {
            return rows.next(columns);
        }

        @Override
        public void close() {
            kept.close();
        }
    }

    /// Two variables with the same id.
    private record Same(int one, int two) implements Condition {
        @Override
        public int[] variables() {
            return new int[] {one, two};
        }

        @Override
        public IdTest test(int[] layout) {
            return new EqualTest(Variables.place(layout, one), Variables.place(layout, two));
        }

        @Override
        public @Nullable List<Range> ranges(int tags) {
            return null;
        }

        @Override
        public double share() {
            return 0.1;
        }

        @Override
        public String label() {
            return "same term";
        }
    }
}
