package de.stadtgraph.query;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.jena.query.QueryParseException;

/// Says where a query is wrong, and which PREFIX line it lacks. Stateless.
final class SyntaxErrors {
    private static final Pattern PREFIX = Pattern.compile("Unresolved prefixed name: ([A-Za-z0-9_.-]*):");
    private static final Pattern UPDATE = Pattern.compile(
            "(?is)^\\s*((PREFIX|BASE)[^>]*>\\s*)*(INSERT|DELETE|LOAD|CLEAR|DROP|CREATE|ADD|MOVE|COPY|WITH)\\b.*");

    private static final Pattern PLACE = Pattern.compile("at line (\\d{1,9}), column (\\d{1,9})");

    private static final Map<String, String> KNOWN = Map.ofEntries(
            Map.entry("jmo", "https://data.jena.de/def/municipal#"),
            Map.entry("rdf", "http://www.w3.org/1999/02/22-rdf-syntax-ns#"),
            Map.entry("rdfs", "http://www.w3.org/2000/01/rdf-schema#"),
            Map.entry("xsd", "http://www.w3.org/2001/XMLSchema#"),
            Map.entry("owl", "http://www.w3.org/2002/07/owl#"),
            Map.entry("skos", "http://www.w3.org/2004/02/skos/core#"),
            Map.entry("dct", "http://purl.org/dc/terms/"),
            Map.entry("dcat", "http://www.w3.org/ns/dcat#"),
            Map.entry("geo", "http://www.opengis.net/ont/geosparql#"),
            Map.entry("sosa", "http://www.w3.org/ns/sosa/"),
            Map.entry("prov", "http://www.w3.org/ns/prov#"),
            Map.entry("dqv", "http://www.w3.org/ns/dqv#"),
            Map.entry("schema", "http://schema.org/"),
            Map.entry("foaf", "http://xmlns.com/foaf/0.1/"),
            Map.entry("geof", "http://www.opengis.net/def/function/geosparql/"),
            Map.entry("spatial", "http://jena.apache.org/spatial#"),
            Map.entry("uom", "http://www.opengis.net/def/uom/OGC/1.0/"));

    private SyntaxErrors() {}

    static ServerException explain(String text, QueryParseException e) {
        if (UPDATE.matcher(text).matches()) {
            return new ServerException(
                    ErrorCode.READ_ONLY,
                    new Text("Hier sind nur Anfragen möglich, keine Änderungen.", "Only queries here, no updates."),
                    e);
        }
        return located(e);
    }

    /// Says where a text is wrong that may be an update.
    static ServerException located(QueryParseException e) {
        String said = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
        String message = said.replaceFirst(" Was expecting.*", "");
        Matcher at = PLACE.matcher(message);
        boolean exact = at.find(); // the exception itself tells where the token before ends
        int line = exact ? Integer.parseInt(at.group(1)) : e.getLine();
        int column = exact ? Integer.parseInt(at.group(2)) : e.getColumn();
        ServerException problem = new ServerException(ErrorCode.QUERY_SYNTAX, sentence(line, column, message), e)
                .with("line", line)
                .with("column", column);
        Matcher prefix = PREFIX.matcher(message);
        if (prefix.find() && KNOWN.containsKey(prefix.group(1))) {
            problem.with("suggestion", "PREFIX " + prefix.group(1) + ": <" + KNOWN.get(prefix.group(1)) + ">");
        }
        return problem;
    }

    /// What is wrong, with its place if the parser knows one.
    private static Text sentence(int line, int column, String message) {
        String said = message.matches("(?s).*[.!?]") ? message : message + ".";
        if (line <= 0) {
            return new Text("In der Anfrage: " + said, "In the query: " + said);
        }
        String place = String.format(Locale.ROOT, "%d:%d", line, column);
        return new Text("Zeile und Spalte " + place + ": " + said, "Line and column " + place + ": " + said);
    }
}
