package de.stadtgraph.http.dereference;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Documents as they were written last, by their entity tag, which names state, address, format and language: at most
/// 64 MB, the longest unused go first. Safe for many threads.
final class WrittenDocuments {
    private static final long MOST_BYTES = 64L << 20;
    private static final int MOST_OF_ONE = 1 << 20;

    private final Map<String, Written> documents = new LinkedHashMap<>(1024, 0.75f, true);
    private long bytes;

    /// A document with the value of its `Link` header.
    static final class Written {
        private final byte[] body;
        private final String links;

        Written(byte[] body, String links) {
            this.body = body;
            this.links = links;
        }

        byte[] body() {
            return body;
        }

        String links() {
            return links;
        }

        private long size() {
            return body.length + 2L * links.length() + 200;
        }
    }

    synchronized Optional<Written> find(String tag) {
        return Optional.ofNullable(documents.get(tag));
    }

    synchronized void keep(String tag, Written written) {
        if (written.body().length > MOST_OF_ONE) {
            return;
        }
        Written before = documents.put(tag, written);
        bytes += written.size() - (before == null ? 0 : before.size());
        Iterator<Written> oldest = documents.values().iterator();
        while (bytes > MOST_BYTES && oldest.hasNext()) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }
}
