package de.stadtgraph.snapshot.arq;

/// An operator that is left to ARQ, with the reason. Thrown while a plan is compiled, before any row.
final class NotVectorised extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotVectorised(String reason) {
        super(reason, null, false, false);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
