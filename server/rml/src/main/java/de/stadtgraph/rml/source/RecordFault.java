package de.stadtgraph.rml.source;

/// Why a record cannot be read although its source can.
public enum RecordFault {
    TOO_FEW_FIELDS,
    TOO_MANY_FIELDS,
    BAD_ENCODING,
    BROKEN_RECORD,
    TOO_LARGE,
    TOO_DEEP
}
