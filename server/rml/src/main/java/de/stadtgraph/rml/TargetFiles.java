package de.stadtgraph.rml;

import de.stadtgraph.rml.rules.Target;
import de.stadtgraph.rml.source.TarPacking;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;

/// Writes what goes to the logical targets of a mapping (RML-IO): a file each, below a folder that the caller gives.
///
/// Each target is a run of its own. A file stands under its name when it is complete. Stateless.
public final class TargetFiles {
    private TargetFiles() {}

    /// A written file.
    public record Written(String target, Path file, MappingReport report) {}

    /// A target whose place is known.
    private record Planned(Target target, Mapping part, Path file) {}

    /// Writes all targets; what is there under their names is replaced.
    ///
    /// @param folder `rml:CurrentWorkingDirectory` and `rml:MappingDirectory` of the targets; nothing outside it is
    ///     written
    public static List<Written> write(Mapping mapping, MappingOptions options, Path folder)
            throws IOException, MappingException, SourceException {
        List<Planned> planned = new ArrayList<>();
        for (Map.Entry<Target, Mapping> part : mapping.parts().entrySet()) {
            planned.add(new Planned(part.getKey(), part.getValue(), file(mapping, part.getKey(), folder)));
        }
        List<Written> written = new ArrayList<>();
        for (Planned one : planned) {
            MappingReport report = write(one.part(), options, one.target(), one.file());
            written.add(new Written(one.target().name(), one.file(), report));
        }
        return written;
    }

    private static Path file(Mapping mapping, Target target, Path folder) throws MappingException, IOException {
        Path root = Files.createDirectories(folder).toRealPath();
        try {
            Path file = root.resolve(target.path()).normalize();
            Path parent = file.getParent();
            boolean within = file.startsWith(root) && !file.equals(root) && parent != null;
            if (within && !Path.of(target.path()).isAbsolute()) {
                boolean straight = Files.createDirectories(parent).toRealPath().startsWith(root)
                        && !Files.isSymbolicLink(file)
                        && !Files.isDirectory(file);
                if (straight) {
                    return file;
                }
            }
        } catch (InvalidPathException | IOException broken) {
            // Told below.
        }
        throw new MappingException(
                "target",
                mapping.file(),
                target.line(),
                "the target " + target.name() + " wants to lie at " + target.path()
                        + "; it must be a file below the folder that is given for targets");
    }

    private static MappingReport write(Mapping part, MappingOptions options, Target target, Path file)
            throws IOException, MappingException, SourceException {
        Path plain = Files.createTempFile(file.getParent(), ".target", ".tmp");
        Path packed = Files.createTempFile(file.getParent(), ".target", ".tmp");
        try {
            MappingReport report;
            try (OutputStream out = Files.newOutputStream(plain)) {
                report = run(part, options, target, out);
            }
            if (!target.encoding().equals("UTF-8")) {
                encode(plain, target, packed);
            }
            pack(plain, target, file, packed);
            Files.move(packed, file, StandardCopyOption.REPLACE_EXISTING);
            return report;
        } finally {
            Files.deleteIfExists(plain);
            Files.deleteIfExists(packed);
        }
    }

    private static MappingReport run(Mapping part, MappingOptions options, Target target, OutputStream out)
            throws IOException, MappingException, SourceException {
        return switch (target.serialization()) {
            case NQUADS, NTRIPLES -> {
                WritableByteChannel channel = Channels.newChannel(out);
                yield MappingEngine.run(part, options, QuadSink.nquads(channel), Observer.none());
            }
            case TURTLE -> {
                StreamRDF turtle = StreamRDFWriter.getWriterStream(out, RDFFormat.TURTLE_BLOCKS);
                yield MappingEngine.run(part, options, QuadSink.stream(turtle), Observer.none());
            }
        };
    }

    /// Brings the text into its encoding and its archive.
    private static void pack(Path plain, Target target, Path file, Path packed) throws IOException {
        String name = String.valueOf(file.getFileName()).replaceFirst("\\.(zip|tar\\.gz|tgz|tar\\.xz)$", "");
        try (OutputStream out = Files.newOutputStream(packed)) {
            switch (target.compression()) {
                case NONE, DETECTED -> Files.copy(plain, out);
                case GZIP -> {
                    try (var gzip = new GZIPOutputStream(out)) {
                        Files.copy(plain, gzip);
                    }
                }
                case ZIP -> {
                    try (var zip = new ZipOutputStream(out)) {
                        zip.putNextEntry(new ZipEntry(name));
                        Files.copy(plain, zip);
                        zip.closeEntry();
                    }
                }
                case TAR_GZIP -> TarPacking.pack(plain, name, false, out);
                case TAR_XZ -> TarPacking.pack(plain, name, true, out);
            }
        }
    }

    /// The same text in the target's encoding.
    private static void encode(Path plain, Target target, Path encoded) throws IOException {
        try (var reader = Files.newBufferedReader(plain, StandardCharsets.UTF_8);
                var writer = Files.newBufferedWriter(encoded, Charset.forName(target.encoding()))) {
            reader.transferTo(writer);
        }
        Files.move(encoded, plain, StandardCopyOption.REPLACE_EXISTING);
    }
}
