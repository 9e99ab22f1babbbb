package de.stadtgraph.query.stored;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryException;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.query.Syntax;

/// Reads one `.rq` file. Stateless but for the shared prefixes.
final class QueryFileReader {
    private static final Set<String> RESERVED = Set.of(
            "format", "output", "results", "lang", "page", "pageSize", "page-size", "timeout", "limit", "offset");
    private static final Set<String> CHARTS = Set.of("bar", "line", "stacked", "pyramid", "scatter");

    private final Map<String, String> prefixes;

    QueryFileReader(Map<String, String> prefixes) {
        this.prefixes = prefixes;
    }

    /// Reads a file.
    ///
    /// @param name name of the file without its ending
    /// @throws InvalidQueryFile with what is wrong, and where
    StoredQuery read(String topic, String name, QueryFile file) {
        if (!name.matches("[a-z0-9-]{1,64}")) {
            throw new InvalidQueryFile(file.place() + ": the name may hold a-z, 0-9 and - only.");
        }
        FrontMatter head = file.frontMatter();
        refuseRemote(head);
        head.ignore("summary", "method", "pagination", "defaults", "enumerate", "transform");
        String sparql = file.sparql(prefixes);
        Query query = parsed(file, sparql);
        List<Parameter> parameters = parameters(head.below("parameters"), query);
        FrontMatter columns = head.below("columns");
        StoredQuery stored = new StoredQuery(
                name,
                topic,
                head.text("title"),
                head.text("question"),
                head.optionalText("description"),
                head.list("tags"),
                head.list("datasets"),
                head.word("owner"),
                parameters,
                columns(columns),
                chart(head, query),
                map(head, query),
                expectation(head),
                replacement(head),
                sparql,
                file.text());
        head.refuseUnread();
        checkColumns(columns, stored, query);
        if (stored.datasets().isEmpty()) {
            throw head.wrong("datasets", "is required");
        }
        return stored;
    }

    /// What would make the server ask somebody else.
    private static void refuseRemote(FrontMatter head) {
        for (String key : List.of("endpoint", "endpoint_in_url")) {
            if (head.has(key)) {
                throw head.wrong(key, "is not allowed: a stored query asks this server only");
            }
        }
    }

    private static Query parsed(QueryFile file, String sparql) {
        try {
            return QueryFactory.create(sparql, "http://base.invalid/", Syntax.syntaxSPARQL_11);
        } catch (QueryParseException e) {
            int head = (int) file.text()
                    .lines()
                    .takeWhile(line -> line.startsWith("#+") || line.isBlank())
                    .count();
            throw new InvalidQueryFile(file.place() + ":" + (head + Math.max(1, e.getLine())) + ": "
                    + String.valueOf(e.getMessage()).lines().findFirst().orElse("no SPARQL"));
        } catch (QueryException e) {
            throw new InvalidQueryFile(file.place() + ": " + e.getMessage());
        }
    }

    private static List<Parameter> parameters(FrontMatter head, Query query) {
        List<Parameter> parameters = new ArrayList<>();
        Set<String> variables = ParameterNames.variables(query);
        for (String name : head.keys()) {
            if (!name.matches("[a-z][a-zA-Z0-9]*") || RESERVED.contains(name)) {
                throw head.wrong(name, "is no name for a parameter");
            }
            FrontMatter entry = head.below(name);
            String variable = ParameterNames.variable(name, variables)
                    .orElseThrow(() -> head.wrong(name, "has no variable ?_" + name + "… in the query"));
            Parameter parameter = new Parameter(
                    name,
                    variable,
                    ParameterNames.type(entry, variable, name),
                    entry.text("label"),
                    entry.flag("optional"),
                    entry.word("default"),
                    new Parameter.Bounds(entry.word("min"), entry.word("max"), entry.list("values")));
            entry.refuseUnread();
            if (parameter.optional() != variable.startsWith("__")) {
                throw head.wrong(name, "with optional: true goes with a variable ?__" + name + "…, and the other way");
            }
            parameters.add(parameter);
        }
        for (String variable : variables) {
            if (parameters.stream().noneMatch(parameter -> parameter.variable().equals(variable))) {
                throw head.wrong("?" + variable, "in the query has no entry");
            }
        }
        return parameters;
    }

    private static List<StoredQuery.Column> columns(FrontMatter head) {
        List<StoredQuery.Column> columns = new ArrayList<>();
        for (String name : head.keys()) {
            FrontMatter entry = head.below(name);
            columns.add(new StoredQuery.Column(name, entry.text("label")));
            entry.ignore("unit", "description");
            entry.refuseUnread();
        }
        return columns;
    }

    private static void checkColumns(FrontMatter head, StoredQuery stored, Query query) {
        if (!query.isSelectType()) {
            return;
        }
        for (String variable : query.getResultVars()) {
            if (stored.columns().stream().noneMatch(column -> column.name().equals(variable))) {
                throw head.wrong(variable, "needs a label in both languages");
            }
        }
        for (StoredQuery.Column column : stored.columns()) {
            if (!query.getResultVars().contains(column.name())) {
                throw head.wrong(column.name(), "is no column of the answer");
            }
        }
    }

    private static Optional<StoredQuery.Charted> chart(FrontMatter head, Query query) {
        if (!head.has("chart")) {
            return Optional.empty();
        }
        FrontMatter entry = head.below("chart");
        String kind = entry.required("kind");
        if (!CHARTS.contains(kind)) {
            throw entry.wrong("kind", "must be one of bar, line, stacked, pyramid, scatter");
        }
        var chart = new StoredQuery.Charted(
                kind, entry.required("x"), entry.list("y"), entry.word("series"), entry.optionalText("unit"));
        entry.refuseUnread();
        List<String> used = new ArrayList<>(chart.y());
        used.add(chart.x());
        chart.series().ifPresent(used::add);
        return Optional.of(chart).filter(_ -> areColumns(entry, used, query));
    }

    private static Optional<StoredQuery.Mapped> map(FrontMatter head, Query query) {
        if (!head.has("map")) {
            return Optional.empty();
        }
        FrontMatter entry = head.below("map");
        var map = new StoredQuery.Mapped(entry.required("feature"), entry.word("value"));
        entry.refuseUnread();
        List<String> used = new ArrayList<>(map.value().stream().toList());
        used.add(map.feature());
        return Optional.of(map).filter(_ -> areColumns(entry, used, query));
    }

    private static boolean areColumns(FrontMatter entry, List<String> names, Query query) {
        for (String name : names) {
            if (query.isSelectType() && !query.getResultVars().contains(name)) {
                throw entry.wrong(name, "is no column of the answer");
            }
        }
        return true;
    }

    private static StoredQuery.Expectation expectation(FrontMatter head) {
        FrontMatter entry = head.below("expect");
        FrontMatter rows = entry.below("rows");
        if (!rows.has("min")) {
            throw entry.wrong("rows", "needs min: the number of rows that must be there");
        }
        var expectation = new StoredQuery.Expectation(
                rows.number("min", 0),
                rows.number("max", Long.MAX_VALUE),
                entry.list("columns"),
                entry.list("unique"),
                entry.flag("block"));
        rows.refuseUnread();
        entry.refuseUnread();
        return expectation;
    }

    private static Optional<String> replacement(FrontMatter head) {
        if (!head.has("deprecated")) {
            return Optional.empty();
        }
        FrontMatter entry = head.below("deprecated");
        entry.ignore("since");
        Optional<String> use = Optional.of(entry.word("use").orElse(""));
        entry.refuseUnread();
        return use;
    }
}
