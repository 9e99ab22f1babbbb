package de.stadtgraph.http;

import de.stadtgraph.problem.Text;
import java.util.Map;
import java.util.Optional;

/// Names of the reused terms that pages show most: their vocabularies have them in English alone, or not at all here.
final class ReusedTerms {
    private static final Map<String, Text> NAMES = Map.ofEntries(
            Map.entry("rdf:type", new Text("Art", "type")),
            Map.entry("rdfs:label", new Text("Bezeichnung", "label")),
            Map.entry("rdfs:comment", new Text("Anmerkung", "comment")),
            Map.entry("rdfs:seeAlso", new Text("siehe auch", "see also")),
            Map.entry("rdfs:subClassOf", new Text("Unterklasse von", "subclass of")),
            Map.entry("rdfs:isDefinedBy", new Text("definiert in", "defined by")),
            Map.entry("dct:identifier", new Text("Kennung", "identifier")),
            Map.entry("dct:title", new Text("Titel", "title")),
            Map.entry("dct:description", new Text("Beschreibung", "description")),
            Map.entry("dct:date", new Text("Datum", "date")),
            Map.entry("dct:isPartOf", new Text("Teil von", "part of")),
            Map.entry("dct:source", new Text("Quelle", "source")),
            Map.entry("skos:prefLabel", new Text("Bezeichnung", "preferred label")),
            Map.entry("skos:altLabel", new Text("andere Bezeichnung", "alternative label")),
            Map.entry("skos:notation", new Text("Notation", "notation")),
            Map.entry("skos:definition", new Text("Definition", "definition")),
            Map.entry("skos:inScheme", new Text("in der Kodeliste", "in scheme")),
            Map.entry("skos:topConceptOf", new Text("oberster Begriff von", "top concept of")),
            Map.entry("skos:broader", new Text("Oberbegriff", "broader")),
            Map.entry("skos:narrower", new Text("Unterbegriff", "narrower")),
            Map.entry("skos:Concept", new Text("Begriff", "Concept")),
            Map.entry("skos:ConceptScheme", new Text("Kodeliste", "Concept scheme")),
            Map.entry("geo:Feature", new Text("Ort", "Feature")),
            Map.entry("geo:Geometry", new Text("Geometrie", "Geometry")),
            Map.entry("geo:hasDefaultGeometry", new Text("Geometrie", "default geometry")),
            Map.entry("geo:hasCentroid", new Text("Mittelpunkt", "centroid")),
            Map.entry("geo:hasMetricArea", new Text("Fläche in m²", "area in m²")),
            Map.entry("geo:asWKT", new Text("Koordinaten (WKT)", "coordinates (WKT)")),
            Map.entry("schema:Place", new Text("Ort", "Place")),
            Map.entry("schema:containedInPlace", new Text("liegt in", "contained in")),
            Map.entry("sosa:hasFeatureOfInterest", new Text("betrifft", "feature of interest")),
            Map.entry("sosa:Observation", new Text("Beobachtung", "Observation")),
            Map.entry("owl:versionInfo", new Text("Version", "version")));

    private ReusedTerms() {}

    /// The name of a term, given as `prefix:name`.
    static Optional<Text> name(String shortened) {
        return Optional.ofNullable(NAMES.get(shortened));
    }
}
