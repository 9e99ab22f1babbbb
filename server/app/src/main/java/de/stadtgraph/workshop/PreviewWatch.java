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

    /// Asked often; `true` ends the preview.
    default boolean cancelled() {
        return false;
    }
}
