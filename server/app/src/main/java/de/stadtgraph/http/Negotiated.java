package de.stadtgraph.http;

/// The outcome of content negotiation.
///
/// @param format what to write
/// @param contentType how to name it in `Content-Type`: the caller's word where the contract says so
/// @param fixed whether suffix or parameter decided, not `Accept`
public record Negotiated(Format format, String contentType, boolean fixed) {

    static Negotiated by(Format format) {
        return new Negotiated(format, format.contentType(), true);
    }

    /// Whether the answer is a page.
    public boolean isHtml() {
        return format.equals(MediaTypes.HTML);
    }
}
