package de.stadtgraph.rml.term;

import java.util.Locale;

/// Why a value or a record gives no statement; the words of the report.
public enum Fault {
    TOO_FEW_FIELDS,
    TOO_MANY_FIELDS,
    BAD_ENCODING,
    BROKEN_RECORD,
    TOO_LARGE,
    TOO_DEEP,
    NO_SUBJECT,
    BAD_IRI,
    OUTSIDE_IRIS,
    BAD_GRAPH,
    BAD_DATATYPE,
    BAD_LANGUAGE,
    NO_CODE,
    BAD_NUMBER,
    BAD_DATE,
    OUT_OF_RANGE,
    FUNCTION_FAILED,
    BAD_GEOMETRY,
    STRUCTURED_VALUE,
    DUPLICATE_KEY;

    /// The word of the report, as `bad-date`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
