package de.stadtgraph.rml.run;

import de.stadtgraph.rml.term.Quad;
import java.io.IOException;

/// Where quads go, in their final order and without repeats.
public interface QuadOutput {
    void quad(Quad quad) throws IOException;

    /// All quads are written.
    void finish() throws IOException;
}
