package de.stadtgraph.query;

/// The place that a running query has among all that run.
interface Place {
    /// The place of what need not share.
    Place FREE = new Place() {
        @Override
        public void look() {}

        @Override
        public void stepAside() {}

        @Override
        public void comeBack() {}
    };

    /// Parks the query when it has become slow and has to wait for others.
    void look();

    /// Lets others run while the query only waits for something from outside.
    void stepAside();

    /// Waits for a place again.
    void comeBack();
}
