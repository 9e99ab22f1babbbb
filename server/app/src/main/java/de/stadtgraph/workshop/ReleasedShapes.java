package de.stadtgraph.workshop;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;

/// The shape families as they are released: a folder each, with shapes and examples.
final class ReleasedShapes implements Released {
    private final Path shapes;

    /// @param shapes the folder `shapes/` of the checkout
    ReleasedShapes(Path shapes) {
        this.shapes = shapes;
    }

    @Override
    public Part main() {
        return Part.SHAPES;
    }

    @Override
    public boolean allows(Part part) {
        return part.equals(Part.SHAPES) || part.isExample();
    }

    @Override
    public SortedMap<Part, Path> parts(String name) {
        boolean known = name.matches(Drafts.NAME)
                && Files.isRegularFile(shapes.resolve(name).resolve(Part.SHAPES.name()));
        if (!known) {
            throw new ServerException(
                    ErrorCode.NOT_FOUND, new Text("Diese Shape-Familie gibt es nicht.", "There is no such family."));
        }
        return Part.in(shapes.resolve(name));
    }
}
