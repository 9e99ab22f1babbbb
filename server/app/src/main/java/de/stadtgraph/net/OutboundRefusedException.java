package de.stadtgraph.net;

import java.io.IOException;

/// A request that must not go out, or an answer that must not be taken: one sentence that names the address.
public final class OutboundRefusedException extends IOException {
    private static final long serialVersionUID = 1;

    OutboundRefusedException(String sentence) {
        super(sentence);
    }
}
