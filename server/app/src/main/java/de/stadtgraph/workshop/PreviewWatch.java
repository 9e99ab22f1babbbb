package de.stadtgraph.workshop;

/// Is told what a preview finds while it runs, and can end it.
public interface PreviewWatch {
    /// Listens to nothing.
    PreviewWatch SILENT = new PreviewWatch() {};

    /// A changed shape was compared on a dataset.
    ///
    /// @param done comparisons so far
    /// @param all comparisons there will be
    default void compared(ShapeChange change, int done, int all) {}

    /// A changed shape has been compared on a part of a dataset.
    ///
    /// @param soFar counts and samples of the things judged by now; what would be fixed is not known yet
    default void begun(ShapeChange soFar) {}

    /// Asked often; `true` ends the preview.
    default boolean cancelled() {
        return false;
    }
}
