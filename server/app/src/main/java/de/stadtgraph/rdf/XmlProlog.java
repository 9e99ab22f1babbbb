package de.stadtgraph.rdf;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/// Refuses XML with a document type before any parser sees it: no entity, no external file, no expansion. Stateless.
final class XmlProlog {
    private static final int PROLOG_BYTES = 64 << 10;

    private XmlProlog() {}

    /// The same bytes, when nothing but comments and processing instructions stands before the first element.
    ///
    /// @param name stands for the bytes in messages
    static InputStream withoutDoctype(InputStream bytes, String name) throws IOException {
        var buffered = new BufferedInputStream(bytes, PROLOG_BYTES);
        buffered.mark(PROLOG_BYTES);
        byte[] start = buffered.readNBytes(PROLOG_BYTES);
        buffered.reset();
        // Without the zero bytes, UTF-16 reads as the others do.
        String text = new String(start, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (isElementFirst(text)) {
            return buffered;
        }
        throw new ServerException(
                ErrorCode.RDF_SYNTAX,
                name + ": the XML has a document type (<!DOCTYPE …>) or no element in its first 64 KB;"
                        + " remove the document type and write entities out.");
    }

    private static boolean isElementFirst(String text) {
        int at = text.indexOf('<');
        while (at >= 0) {
            if (text.startsWith("<?", at)) {
                at = after(text, "?>", at);
            } else if (text.startsWith("<!--", at)) {
                at = after(text, "-->", at + 4);
            } else {
                return !text.startsWith("<!", at);
            }
        }
        return false;
    }

    /// The next tag after the end of a part; -1 where there is none.
    private static int after(String text, String end, int from) {
        int found = text.indexOf(end, from);
        return found < 0 ? -1 : text.indexOf('<', found + end.length());
    }
}
