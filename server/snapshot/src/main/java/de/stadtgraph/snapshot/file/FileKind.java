package de.stadtgraph.snapshot.file;

/// What a file of an index holds.
public enum FileKind {
    TERMS(1),
    PERMUTATION(2),
    STATISTICS(3),
    REMAP(4),
    GEO(5);

    private final int code;

    FileKind(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }
}
