package de.stadtgraph.rml.function;

/// A function with its constant parameters bound. Total, deterministic; not thread-safe.
@FunctionalInterface
public interface Function {
    Outcome apply(Arguments arguments);
}
