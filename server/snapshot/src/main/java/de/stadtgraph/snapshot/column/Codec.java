package de.stadtgraph.snapshot.column;

/// How a column of a block is written.
enum Codec {
    /// One value for all rows; it stands in the directory.
    CONST(0),
    /// [Frames].
    FOR(1),
    /// [Runs].
    RUN(2);

    private final int code;

    Codec(int code) {
        this.code = code;
    }

    int code() {
        return code;
    }

    static Codec of(int code) {
        return switch (code) {
            case 0 -> CONST;
            case 1 -> FOR;
            case 2 -> RUN;
            default -> throw new IllegalArgumentException("no codec " + code);
        };
    }
}
