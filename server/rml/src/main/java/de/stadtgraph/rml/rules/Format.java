package de.stadtgraph.rml.rules;

/// `rml:referenceFormulation`: how references and iterators are written.
public enum Format {
    /// `rml:CSV`: rows and columns, of a text file or a sheet.
    CSV,
    /// `rml:JSONPath`.
    JSON,
    /// `rml:XPath`.
    XML,
    /// `rml:SQL2008Table`, `rml:SQL2008Query`: rows of a database.
    SQL,
    /// `formats:SPARQL_Results_JSON`, `_XML`, `_TSV`: solutions of a query over a file of RDF, with their types.
    SPARQL,
    /// `formats:SPARQL_Results_CSV`: the same without types; what looks like an integer is one (RMLSTC0003).
    SPARQL_CSV;

    /// Whether records are rows with named columns.
    public boolean isTable() {
        return this == CSV || this == SQL || this == SPARQL || this == SPARQL_CSV;
    }

    /// Whether records are pieces of a file, one behind the other; those of the others answer queries.
    public boolean isFile() {
        return this == CSV || this == JSON || this == XML;
    }
}
