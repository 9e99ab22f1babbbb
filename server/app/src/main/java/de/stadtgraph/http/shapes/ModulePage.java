package de.stadtgraph.http.shapes;

import de.stadtgraph.http.Frame;

/// A module of the ontology as everybody reads it. Immutable.
public record ModulePage(Frame frame, Documented module) {

    public Documented.Table table() {
        return module.table().apply(frame.phrases());
    }

    public String status() {
        return Words.status(frame.phrases(), module.status());
    }
}
