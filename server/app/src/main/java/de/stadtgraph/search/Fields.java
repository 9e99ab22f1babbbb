package de.stadtgraph.search;

/// Names of the fields of an index.
final class Fields {
    static final String IRI = "iri";
    static final String EXACT = "exact";
    static final String LABEL_DE = "label_de";
    static final String LABEL_EN = "label_en";
    static final String TEXT_DE = "text_de";
    static final String TEXT_EN = "text_en";
    static final String BEGINNING = "beginning";
    static final String WORD = "word";
    static final String SHOWN = "shown";
    static final String SHOWN_LABEL = "label";
    static final String SCHEME = "scheme";
    static final String TYPE = "type";
    static final String DATASET = "dataset";
    static final String DISTRICT = "district";
    static final String WEIGHT = "weight";

    private Fields() {}
}
