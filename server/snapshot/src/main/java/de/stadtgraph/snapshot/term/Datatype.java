package de.stadtgraph.snapshot.term;

import java.util.Map;
import java.util.Set;
import org.apache.jena.datatypes.RDFDatatype;
import org.apache.jena.datatypes.xsd.XSDDatatype;

/// Kinds of datatype that ids treat in their own way.
enum Datatype {
    STRING(XSDDatatype.XSDstring),
    INTEGER(XSDDatatype.XSDinteger),
    DECIMAL(XSDDatatype.XSDdecimal),
    DOUBLE(XSDDatatype.XSDdouble),
    FLOAT(XSDDatatype.XSDfloat),
    DATE_TIME(XSDDatatype.XSDdateTime),
    DATE(XSDDatatype.XSDdate),
    BOOLEAN(XSDDatatype.XSDboolean),
    /// Datatypes derived from `xsd:integer`.
    DERIVED_NUMBER(XSDDatatype.XSDint),
    OTHER(XSDDatatype.XSDanyURI);

    static final String XSD = "http://www.w3.org/2001/XMLSchema#";

    /// Strings with a language and a direction.
    static final String DIRECTED = "http://www.w3.org/1999/02/22-rdf-syntax-ns#dirLangString";

    private static final Map<String, Datatype> OWN = Map.of(
            "string", STRING,
            "integer", INTEGER,
            "decimal", DECIMAL,
            "double", DOUBLE,
            "float", FLOAT,
            "dateTime", DATE_TIME,
            "date", DATE,
            "boolean", BOOLEAN);

    private static final Set<String> DERIVED = Set.copyOf(NumberKeys.NAMES);

    private final RDFDatatype node;

    Datatype(RDFDatatype node) {
        this.node = node;
    }

    /// The datatype of the inlined kinds.
    RDFDatatype node() {
        return node;
    }

    static Datatype of(String iri) {
        if (!iri.startsWith(XSD)) {
            return OTHER;
        }
        String name = iri.substring(XSD.length());
        Datatype own = OWN.get(name);
        if (own != null) {
            return own;
        }
        return DERIVED.contains(name) ? DERIVED_NUMBER : OTHER;
    }
}
