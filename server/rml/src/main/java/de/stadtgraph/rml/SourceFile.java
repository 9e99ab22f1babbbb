package de.stadtgraph.rml;

import java.nio.file.Path;

/// A source of a mapping and the file that will be read for it.
public record SourceFile(String name, Path file) {}
