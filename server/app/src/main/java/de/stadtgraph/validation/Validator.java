package de.stadtgraph.validation;

import de.stadtgraph.problem.ServerException;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;

/// Applies shape families to a candidate. Nothing is fetched, `owl:imports` is never followed.
///
/// Holds the candidate, the nodes it judges and the results it keeps in memory; results beyond
/// [ValidationLimits#resultsPerShape] are counted only. Thread-safe; each call works for itself.
public final class Validator {
    private final ValidationLimits limits;

    public Validator(ValidationLimits limits) {
        this.limits = limits;
    }

    /// Validates with the shapes of the families, one family after the other; a cube also with the rules that its
    /// structure implies.
    ///
    /// @throws ServerException [ErrorCode#SHAPE_INVALID] when a shape cannot be applied
    public ValidationReport validate(Candidate candidate, List<ShapeFamily> families, ValidationProgress progress) {
        return validate(candidate, context(candidate), families, progress);
    }

    /// What surrounds the data of a candidate. Worth keeping where the same candidate is judged again and again.
    public static Graph context(Candidate candidate) {
        return JudgedGraph.context(candidate);
    }

    /// Validates a candidate whose surroundings are known.
    ///
    /// @param context [#context(Candidate)] of this candidate
    /// @throws ServerException [ErrorCode#SHAPE_INVALID] when a shape cannot be applied
    public ValidationReport validate(
            Candidate candidate, Graph context, List<ShapeFamily> families, ValidationProgress progress) {
        List<ValidationResult> results = new ArrayList<>();
        List<ShapeOutcome> outcomes = new ArrayList<>();
        var things = new JudgedThings();
        int done = 0;
        List<ShapeFamily> all = new ArrayList<>(families);
        CubeShape.of(candidate.description()).ifPresent(all::add);
        for (ShapeFamily family : all) {
            var deadline = new Deadline(limits.perFamily(), progress);
            var graph = new JudgedGraph(candidate, context, deadline);
            new FamilyRun(family, graph, deadline, limits.resultsPerShape(), things).run(results, outcomes);
            progress.familyDone(family, ++done, all.size());
        }
        return new ValidationReport(results, outcomes, things.coverage());
    }
}
