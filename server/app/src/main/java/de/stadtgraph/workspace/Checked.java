package de.stadtgraph.workspace;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.zip.CRC32C;
import java.util.zip.CheckedOutputStream;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.system.StreamRDFBase;
import org.apache.jena.sparql.core.Quad;

/// N-Quads with a comment as the last line that holds the checksum of all before it. Stateless.
final class Checked {
    private static final String MARK = "#c ";
    private static final int LINE = MARK.length() + 9;

    private Checked() {}

    static void write(Iterator<Quad> quads, OutputStream out) throws IOException {
        var checked = new CheckedOutputStream(out, new CRC32C());
        QuadText.write(quads, checked);
        checked.flush();
        out.write(line(checked.getChecksum().getValue()).getBytes(StandardCharsets.ISO_8859_1));
    }

    /// Reads a whole file into memory.
    ///
    /// @throws IOException also for a file that is not as it was written
    static void read(Path file, DraftGraphs into) throws IOException {
        byte[] all = Files.readAllBytes(file);
        int end = all.length - LINE;
        var crc = new CRC32C();
        crc.update(all, 0, Math.max(0, end));
        if (end < 0 || !new String(all, end, LINE, StandardCharsets.ISO_8859_1).equals(line(crc.getValue()))) {
            throw new IOException(file.getFileName() + " is damaged");
        }
        QuadText.read(new ByteArrayInputStream(all, 0, end), new StreamRDFBase() {
            @Override
            public void triple(Triple triple) {
                into.add(Quad.create(Quad.defaultGraphIRI, triple));
            }

            @Override
            public void quad(Quad quad) {
                into.add(QuadText.normal(quad));
            }
        });
    }

    private static String line(long checksum) {
        return MARK + "%08x\n".formatted(checksum);
    }
}
