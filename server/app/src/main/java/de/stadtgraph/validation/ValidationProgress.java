package de.stadtgraph.validation;

import java.util.List;

/// Follows a validation and may end it. Implementations are called on the thread that validates.
public interface ValidationProgress {
    /// Nobody watches, nobody cancels.
    ValidationProgress SILENT = new ValidationProgress() {};

    /// Some more things were judged by a shape.
    ///
    /// @param results what was found in them, as far as it is kept
    /// @param judged things this shape has judged so far
    default void portionDone(List<ValidationResult> results, long judged) {}

    /// A family's shapes have all been applied.
    default void familyDone(ShapeFamily family, int done, int all) {}

    /// Asked often; once true, the validation ends and its report says so.
    default boolean cancelled() {
        return false;
    }
}
