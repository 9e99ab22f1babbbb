package de.stadtgraph.http.catalog;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.concurrent.Semaphore;
import org.apache.jena.riot.RDFFormat;
import org.apache.jena.riot.system.StreamRDF;
import org.apache.jena.riot.system.StreamRDFWriter;
import org.apache.jena.sparql.core.Quad;

/// Writes a whole graph as N-Triples in pieces. One export of the process makes a piece at a time, in the order of
/// asking: however many run, short requests wait for one piece at most. A reader that does not read keeps nobody
/// waiting, since a piece is sent after its turn has ended.
final class GraphExport {
    private static final int STATEMENTS_A_PIECE = 512;
    private static final Semaphore TURN = new Semaphore(1, true);

    private GraphExport() {}

    /// @throws IOException if the reader has gone or took too long
    static void write(Iterator<Quad> quads, OutputStream out) throws IOException {
        var piece = new ByteArrayOutputStream();
        StreamRDF writer = StreamRDFWriter.getWriterStream(piece, RDFFormat.NTRIPLES_UTF8);
        writer.start();
        boolean more = true;
        while (more) {
            more = inTurn(quads, writer);
            piece.writeTo(out);
            piece.reset();
        }
    }

    private static boolean inTurn(Iterator<Quad> quads, StreamRDF writer) throws IOException {
        acquire();
        try {
            for (int i = 0; i < STATEMENTS_A_PIECE && quads.hasNext(); i++) {
                writer.triple(quads.next().asTriple());
            }
            boolean more = quads.hasNext();
            if (!more) {
                writer.finish();
            }
            return more;
        } finally {
            TURN.release();
        }
    }

    private static void acquire() throws IOException {
        try {
            TURN.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the server is closing");
        }
    }
}
