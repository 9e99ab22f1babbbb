package de.stadtgraph.http;

/// One link of an answer (RFC 8288).
///
/// @param target address or IRI
/// @param relation registered relation
/// @param type media type of the target; empty when it does not matter
public record Link(String target, String relation, String type) {

    public static Link of(String target, String relation) {
        return new Link(target, relation, "");
    }

    String value() {
        String link = "<" + Headers.encoded(target) + ">; rel=\"" + relation + "\"";
        return type.isEmpty() ? link : link + "; type=\"" + type + "\"";
    }
}
