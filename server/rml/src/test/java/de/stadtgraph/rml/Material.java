package de.stadtgraph.rml;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/// Files beside the checkout that tests may use; where they are absent the test says so and is passed over.
final class Material {
    private static final Path ROOT = Path.of("../../../shared/material");

    private Material() {}

    static Path path(String name) {
        Path path = ROOT.resolve(name);
        Assumptions.assumeTrue(Files.exists(path), () -> "passed over: no " + name + " beside the checkout");
        return path;
    }
}
