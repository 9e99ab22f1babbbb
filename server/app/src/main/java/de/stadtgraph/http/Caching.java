package de.stadtgraph.http;

/// How long an answer may be kept (RFC 9111).
public enum Caching {
    CURRENT("public, max-age=60, stale-while-revalidate=600"),
    REDIRECT("public, max-age=3600"),
    RELEASE("public, max-age=86400"),
    FROZEN("public, max-age=31536000, immutable"),
    MISSING("public, max-age=60"),
    NEVER("no-store");

    private final String value;

    Caching(String value) {
        this.value = value;
    }

    /// The value of `Cache-Control`.
    public String value() {
        return value;
    }
}
