package de.stadtgraph.pipeline;

/// Is told how far a run is. One thread at a time.
public interface Progress {

    /// A step begins.
    ///
    /// @param what the dataset and the stage, for a person to read
    /// @param total amount of work in any unit; -1 when it is not known
    Step start(String what, long total);

    /// One step; closing it says that it is done.
    interface Step extends AutoCloseable {

        /// So much of the total is done.
        void reach(long done);

        @Override
        void close();
    }

    /// Nobody watches.
    static Progress silent() {
        return (what, total) -> new Step() {
            @Override
            public void reach(long done) {
                // nobody watches
            }

            @Override
            public void close() {
                // nobody watches
            }
        };
    }
}
