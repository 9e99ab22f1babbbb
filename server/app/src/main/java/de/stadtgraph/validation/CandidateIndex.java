package de.stadtgraph.validation;

import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.QuadSource;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.View;
import de.stadtgraph.snapshot.build.SegmentFolder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.query.Dataset;
import org.apache.jena.query.DatasetFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.jspecify.annotations.Nullable;

/// A large cube under the snapshot engine. A rule that targets the cube asks all of its cells at once; rows of ids
/// answer that many times faster than statements in memory.
///
/// Built when the first rule asks, beside the candidate, and removed when it is closed. One thread.
final class CandidateIndex implements AutoCloseable {
    /// The index of the run on this thread: TopBraid calls our parts without handing anything on.
    private static final ScopedValue<CandidateIndex> CURRENT = ScopedValue.newInstance();

    private final QuadSource statements;
    private final Node cube;
    private final Path folder;
    private @Nullable Snapshot snapshot;

    private CandidateIndex(QuadSource statements, Node cube, Path folder) {
        this.statements = statements;
        this.cube = cube;
        this.folder = folder;
    }

    /// The index of a candidate that is a cube worth it and has a folder for it.
    ///
    /// @param context what is looked up beside the data
    /// @param fewest statements that are worth it
    static Optional<CandidateIndex> of(Candidate candidate, Graph context, int fewest) {
        Graph data = candidate.data();
        if (candidate.scratch().isEmpty() || data.size() < fewest) {
            return Optional.empty();
        }
        Path folder = candidate.scratch().get().resolve("judged");
        QuadSource statements = out -> {
            data.find().forEachRemaining(out::triple);
            context.find().forEachRemaining(out::triple);
        };
        return CubeShape.cube(candidate.description()).map(cube -> new CandidateIndex(statements, cube, folder));
    }

    /// The index of the run on this thread, if it has one.
    static Optional<CandidateIndex> current() {
        return CURRENT.isBound() ? Optional.of(CURRENT.get()) : Optional.empty();
    }

    /// Runs something that may ask it.
    void during(Runnable run) {
        ScopedValue.where(CURRENT, this).run(run);
    }

    /// Whether a rule with this focus node asks the whole cube.
    boolean concerns(@Nullable RDFNode focus) {
        return focus != null && focus.asNode().equals(cube);
    }

    /// Everything as the default graph; each call gives a dataset with a context of its own.
    Dataset dataset() {
        if (snapshot == null) {
            new SegmentBuilder(BuildOptions.of("judged", cube.getURI())).build(statements, folder);
            snapshot = Snapshot.open(folder);
        }
        return DatasetFactory.wrap(snapshot.dataset(View.union()));
    }

    @Override
    public void close() {
        if (snapshot == null) {
            return;
        }
        snapshot.close();
        try {
            SegmentFolder.remove(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
