package de.stadtgraph.validation;

/// Follows a validation and may end it. Implementations are called on the thread that validates.
public interface ValidationProgress {
    /// Nobody watches, nobody cancels.
    ValidationProgress SILENT = new ValidationProgress() {};

    /// A family's shapes have all been applied.
    default void familyDone(ShapeFamily family, int done, int all) {}

    /// Asked often; once true, the validation ends and its report says so.
    default boolean cancelled() {
        return false;
    }
}
