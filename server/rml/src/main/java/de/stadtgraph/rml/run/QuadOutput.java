package de.stadtgraph.rml.run;

import java.io.IOException;

/// Where lines of canonical N-Quads go, in their final order and without repeats.
public interface QuadOutput {
    /// Whole lines.
    void lines(byte[] bytes, int from, int to) throws IOException;

    /// All lines are written.
    void finish() throws IOException;
}
