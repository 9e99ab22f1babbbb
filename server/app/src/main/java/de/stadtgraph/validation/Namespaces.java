package de.stadtgraph.validation;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The vocabularies in use, and the spellings that are nearly theirs.
final class Namespaces {
    /// Written as their owners write them; schema.org is spelt with http.
    private static final Set<String> KNOWN = Set.of(
            "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
            "http://www.w3.org/2000/01/rdf-schema#",
            "http://www.w3.org/2001/XMLSchema#",
            "http://www.w3.org/2002/07/owl#",
            "http://www.w3.org/2004/02/skos/core#",
            "http://www.w3.org/2006/vcard/ns#",
            "http://www.w3.org/2006/time#",
            "http://www.w3.org/ns/adms#",
            "http://www.w3.org/ns/csvw#",
            "http://www.w3.org/ns/dcat#",
            "http://www.w3.org/ns/dqv#",
            "http://www.w3.org/ns/duv#",
            "http://www.w3.org/ns/locn#",
            "http://www.w3.org/ns/oa#",
            "http://www.w3.org/ns/odrl/2/",
            "http://www.w3.org/ns/org#",
            "http://www.w3.org/ns/prov#",
            "http://www.w3.org/ns/shacl#",
            "http://www.w3.org/ns/sosa/",
            "http://www.w3.org/ns/ssn/",
            "http://www.opengis.net/ont/geosparql#",
            "http://www.opengis.net/def/function/geosparql/",
            "http://purl.org/dc/terms/",
            "http://purl.org/linked-data/cube#",
            "http://purl.org/linked-data/sdmx/2009/attribute#",
            "http://purl.org/linked-data/sdmx/2009/code#",
            "http://purl.org/linked-data/sdmx/2009/dimension#",
            "http://purl.org/linked-data/sdmx/2009/measure#",
            "http://purl.org/vocab/vann/",
            "http://qudt.org/schema/qudt/",
            "http://rdf-vocabulary.ddialliance.org/xkos#",
            "http://rs.tdwg.org/dwc/terms/",
            "http://schema.org/",
            "http://spdx.org/rdf/terms#",
            "http://vocab.gtfs.org/terms#",
            "http://xmlns.com/foaf/0.1/",
            "http://data.europa.eu/r5r/",
            "http://data.europa.eu/m8g/",
            "http://dcat-ap.de/def/dcatde/",
            "http://users.ugent.be/~bjdmeest/function/grel.ttl#",
            "http://w3id.org/rml/",
            "https://w3id.org/dpv#",
            "https://w3id.org/dpv/pd#",
            "http://data.openbudgets.eu/ontology/dsd/dimension/",
            "https://w3id.org/stadtgraph/rml#",
            "https://data.jena.de/def/municipal#");

    private static final Map<String, String> BY_CORE =
            KNOWN.stream().collect(Collectors.toUnmodifiableMap(Namespaces::core, Function.identity()));

    private Namespaces() {}

    static boolean isKnown(String namespace) {
        return KNOWN.contains(namespace);
    }

    /// The namespace that was probably meant: the same but for scheme, `www.`, case and the final `/` or `#`.
    static Optional<String> nearMiss(String namespace) {
        return isKnown(namespace) ? Optional.empty() : Optional.ofNullable(BY_CORE.get(core(namespace)));
    }

    /// The namespace of a term: up to and with the last `#`, else the last `/`.
    static String of(String iri) {
        int end = Math.max(iri.indexOf('#'), iri.lastIndexOf('/'));
        return iri.indexOf('#') >= 0 ? iri.substring(0, iri.indexOf('#') + 1) : iri.substring(0, end + 1);
    }

    private static String core(String namespace) {
        return namespace
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/#]+$", "");
    }
}
