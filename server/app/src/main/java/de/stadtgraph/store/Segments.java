package de.stadtgraph.store;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.snapshot.BuildOptions;
import de.stadtgraph.snapshot.SegmentBuilder;
import de.stadtgraph.snapshot.Snapshot;
import de.stadtgraph.snapshot.SnapshotFault;
import de.stadtgraph.snapshot.build.Manifest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.riot.RiotException;

/// The segments of a data folder: the index of each release, built once and shared by generations. The caller holds
/// the lock of the folder.
final class Segments {
    private final Path folder;
    private final StoreOptions options;

    Segments(Path folder, StoreOptions options) {
        this.folder = folder;
        this.options = options;
    }

    Path folder() {
        return folder;
    }

    Path of(ReleaseFile file) {
        return folder.resolve(name(file));
    }

    private static String name(ReleaseFile file) {
        return file.dataset() + "-" + file.number();
    }

    /// Whether the segment of a release is there and made from just this file.
    boolean has(ReleaseFile file) {
        Path segment = of(file);
        if (!Files.isDirectory(segment)) {
            return false;
        }
        try {
            Manifest sealed = Manifest.read(segment);
            return sealed.source().equals(digest(file))
                    && options.sides().stream().allMatch(side -> sealed.sides().contains(side.name()));
        } catch (SnapshotFault e) {
            return false;
        }
    }

    /// The segment of a release, built if need be.
    ///
    /// @throws ServerException [ErrorCode#RELEASE_DAMAGED] when the file is not what the state says
    Path require(ReleaseFile file) {
        Path segment = of(file);
        if (!has(file)) {
            build(file, segment);
        }
        return segment;
    }

    private void build(ReleaseFile file, Path segment) {
        Folders.remove(segment);
        var build = new BuildOptions(name(file), file.graph(), options.buildMemory(), digest(file));
        try (var in = ReleaseStream.open(file)) {
            Manifest manifest = new SegmentBuilder(build, options.sides()).build(in, segment);
            if (manifest.quads() != file.count()) {
                throw ReleaseStream.damaged(file, manifest.quads());
            }
            requireOneGraph(file, segment);
        } catch (ServerException e) {
            Folders.remove(segment);
            throw e;
        } catch (RiotException e) {
            throw ReleaseStream.unreadable(file, e);
        } catch (IOException e) {
            throw Folders.failed(segment, e);
        }
    }

    private static void requireOneGraph(ReleaseFile file, Path segment) {
        Node own = NodeFactory.createURI(file.graph());
        try (Snapshot snapshot = Snapshot.open(segment)) {
            for (long graph : snapshot.graphs()) {
                Node name = snapshot.dictionary().node(graph);
                if (!name.equals(own)) {
                    throw new ServerException(
                            ErrorCode.RELEASE_DAMAGED,
                            file.quads() + ": it has a quad of " + name + "; restore it from the backup.");
                }
            }
        }
    }

    private static String digest(ReleaseFile file) {
        try {
            return Manifest.digest(file.quads());
        } catch (IOException e) {
            throw ReleaseStream.unreadable(file, e);
        }
    }
}
