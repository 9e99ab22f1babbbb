package de.stadtgraph.validation;

import de.stadtgraph.problem.ServerException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.jena.graph.Graph;

/// Applies shape families to a candidate. Nothing is fetched, `owl:imports` is never followed.
///
/// Holds the candidate, the nodes it judges and the results it keeps in memory; results beyond
/// [ValidationLimits#resultsPerShape] are counted only. Thread-safe; each call works for itself.
public final class Validator {
    /// Below that, memory answers the rules of a cube before an index of it is built.
    private static final int WORTH_AN_INDEX = 50_000;

    private final ValidationLimits limits;
    private final int worthAnIndex;

    public Validator(ValidationLimits limits) {
        this(limits, WORTH_AN_INDEX);
    }

    /// @param worthAnIndex statements from which on a cube is judged on an index
    Validator(ValidationLimits limits, int worthAnIndex) {
        this.limits = limits;
        this.worthAnIndex = worthAnIndex;
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
        List<ShapeFamily> all = new ArrayList<>(families);
        CubeShape.of(candidate.description()).ifPresent(all::add);
        Runnable run = () -> all.forEach(family -> {
            var deadline = new Deadline(limits.perFamily(), progress);
            var graph = new JudgedGraph(candidate, context, deadline);
            new FamilyRun(family, graph, deadline, limits.resultsPerShape(), things).run(results, outcomes);
            progress.familyDone(family, all.indexOf(family) + 1, all.size());
        });
        Optional<CandidateIndex> index = CandidateIndex.of(candidate, context, worthAnIndex);
        if (index.isPresent()) {
            try (CandidateIndex asked = index.get()) {
                asked.during(run);
            }
        } else {
            run.run();
        }
        return new ValidationReport(results, outcomes, things.coverage());
    }
}
