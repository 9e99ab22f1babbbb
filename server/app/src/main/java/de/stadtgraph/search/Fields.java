package de.stadtgraph.search;

/// Names of the fields of a literal's document.
final class Fields {
    /// The literal's id in its segment.
    static final String ID = "id";
    /// Words of German and of untagged literals.
    static final String GERMAN = "de";
    /// Words of English and of untagged literals.
    static final String ENGLISH = "en";
    /// The tag of the language, or [#NO_LANGUAGE].
    static final String LANGUAGE = "lang";

    /// What is asked for to find literals without a language, as in jena-text; no language has this tag.
    static final String NO_LANGUAGE = "none";

    /// The whole text, if it is short.
    static final String EXACT = "exact";
    /// Long words, in which parts of compound words are looked for.
    static final String LONG_WORD = "long";
    /// Words of labels, as they are written.
    static final String WORD = "word";
    /// Beginnings of the words of labels.
    static final String BEGINNING = "beginning";
    /// 2 for labels of concepts and terms, 1 for those of other things.
    static final String WEIGHT = "weight";

    private Fields() {}
}
