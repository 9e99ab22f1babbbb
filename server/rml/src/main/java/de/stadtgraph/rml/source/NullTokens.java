package de.stadtgraph.rml.source;

import java.util.Set;

/// The texts that mean "no value" (`rml:null`), with the common cases known beforehand. Immutable.
///
/// @param longest no text of more bytes is among them
record NullTokens(Set<String> texts, boolean isNone, boolean onlyEmpty, int longest) {
    static NullTokens of(Set<String> texts) {
        int longest = texts.stream().mapToInt(text -> text.length() * 3).max().orElse(0);
        return new NullTokens(Set.copyOf(texts), texts.isEmpty(), texts.equals(Set.of("")), longest);
    }

    boolean contains(String text) {
        return !isNone && texts.contains(text);
    }
}
