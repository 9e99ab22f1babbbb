package de.stadtgraph.snapshot.build;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.lang.LabelToNode;

/// Reads N-Quads into chunks, line by line, as bytes. Lines that are not of the form our own writer gives them go
/// through the parser of Apache Jena. One thread; a line may be as long as memory allows.
public final class NQuadsReader {
    private static final int BUFFER = 1 << 20;

    private final Chunks chunks;
    private final NQuadsLine usual;
    private final ChunkFeed feed;
    private byte[] buffer = new byte[BUFFER];
    private int filled;
    private int start;
    private long quads;

    /// @param scope what tells the blank nodes of this stream from those of others
    /// @param feed takes the quads of other lines
    public NQuadsReader(Chunks chunks, String scope, ChunkFeed feed) {
        this.chunks = chunks;
        this.usual = new NQuadsLine(chunks, scope, feed.defaultGraph());
        this.feed = feed;
    }

    /// Reads to the end of the stream.
    ///
    /// @return number of quads in it
    /// @throws UncheckedIOException when it cannot be read to its end
    public long read(InputStream in) {
        try (var ahead = new ReadAhead(in)) {
            ReadAhead.Piece piece = ahead.next();
            while (piece.length() >= 0) {
                append(piece);
                ahead.giveBack(piece);
                readLines();
                piece = ahead.next();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (start < filled) {
            line(start, filled);
        }
        return quads;
    }

    private void readLines() {
        int searched = start;
        while (true) {
            int feed = indexOfFeed(searched);
            if (feed < 0) {
                return;
            }
            line(start, feed);
            start = feed + 1;
            searched = start;
        }
    }

    private int indexOfFeed(int from) {
        byte[] bytes = buffer;
        for (int i = from; i < filled; i++) {
            if (bytes[i] == '\n') {
                return i;
            }
        }
        return -1;
    }

    private void append(ReadAhead.Piece piece) {
        if (start > 0) {
            System.arraycopy(buffer, start, buffer, 0, filled - start);
            filled -= start;
            start = 0;
        }
        if (buffer.length - filled < piece.length()) {
            buffer = Arrays.copyOf(buffer, Math.addExact(buffer.length, Math.max(buffer.length, piece.length())));
        }
        System.arraycopy(piece.bytes(), 0, buffer, filled, piece.length());
        filled += piece.length();
    }

    private void line(int from, int to) {
        if (to == from) {
            return;
        }
        chunks.makeRoom();
        if (usual.read(buffer, from, to)) {
            quads++;
            return;
        }
        String text = new String(buffer, from, to - from, StandardCharsets.UTF_8);
        long before = feed.count();
        RDFParser.fromString(text, Lang.NQUADS)
                .labelToNode(LabelToNode.createUseLabelAsGiven())
                .parse(feed);
        quads += feed.count() - before;
    }
}
