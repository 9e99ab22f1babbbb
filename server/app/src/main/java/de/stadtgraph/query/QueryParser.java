package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/// Parses SPARQL 1.1, and says where a text is wrong. Immutable.
///
/// @param base relative IRIs resolve against it
record QueryParser(String base) {
    private static final Pattern UNDECLARED = Pattern.compile("Unresolved prefixed name: ([^:\\s]*):");
    private static final Pattern UPDATE =
            Pattern.compile("(?is)\\s*(?:(?:PREFIX\\s+\\S*\\s*<[^>]*>|BASE\\s*<[^>]*>|#[^\\n]*\\n)\\s*)*+"
                    + "(?:INSERT|DELETE|LOAD|CLEAR|CREATE|DROP|COPY|MOVE|ADD|WITH)\\b.*");
    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("dcterms", "http://purl.org/dc/terms/"),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("schema", "https://schema.org/"),
            Map.entry("sosa", "http://www.w3.org/ns/sosa/"),
            Map.entry("qudt", "http://qudt.org/schema/qudt/"),
            Map.entry("sh", "http://www.w3.org/ns/shacl#"),
            Map.entry("jmo", "https://data.jena.de/def/municipal#"),
            Map.entry("math", "http://www.w3.org/2005/xpath-functions/math#"));

    Query parse(String text) {
        try {
            return QueryFactory.create(text, base, Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            throw UPDATE.matcher(text).matches() ? readOnly(e) : syntax(e, e.getLine(), e.getColumn());
        } catch (QueryException e) {
            throw syntax(e, -1, -1);
        }
    }

    private static ServerException readOnly(Exception cause) {
        return new ServerException(
                ErrorCode.READ_ONLY,
                new Text("Hier wird nur gelesen, nicht geändert.", "This endpoint reads; it does not change data."),
                cause);
    }

    private static ServerException syntax(Exception cause, int line, int column) {
        String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        var problem = new ServerException(ErrorCode.QUERY_SYNTAX, Text.same(message), cause);
        if (line >= 0) {
            problem.with("line", line).with("column", column);
        }
        Matcher undeclared = UNDECLARED.matcher(String.valueOf(cause.getMessage()));
        if (undeclared.find() && KNOWN.containsKey(undeclared.group(1))) {
            String prefix = undeclared.group(1);
            problem.with("suggestion", "PREFIX " + prefix + ": <" + KNOWN.get(prefix) + ">");
        }
        return problem;
    }
}
