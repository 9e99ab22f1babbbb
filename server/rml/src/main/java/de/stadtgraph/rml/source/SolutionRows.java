package de.stadtgraph.rml.source;

import de.stadtgraph.rml.rules.Format;
import de.stadtgraph.rml.rules.LogicalSource;
import de.stadtgraph.rml.rules.RuleException;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.jena.graph.Node;
import org.apache.jena.query.ARQ;
import org.apache.jena.query.Query;
import org.apache.jena.query.QueryFactory;
import org.apache.jena.query.QueryParseException;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.riot.RiotException;
import org.apache.jena.riot.system.ErrorHandlerFactory;
import org.apache.jena.riot.system.StreamRDFLib;
import org.apache.jena.sparql.algebra.Algebra;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.DatasetGraphFactory;
import org.apache.jena.sparql.core.Var;
import org.apache.jena.sparql.engine.binding.Binding;
import org.apache.jena.sparql.exec.QueryExec;
import org.apache.jena.sparql.exec.RowSet;
import org.apache.jena.sparql.util.Context;
import org.jspecify.annotations.Nullable;

/// The solutions of a SPARQL query over a file of RDF (64 MB at most, held in memory). No `SERVICE` is called.
final class SolutionRows implements TableRows {
    private static final int MOST_BYTES = 64 << 20;

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9][0-9]{0,17}");

    private final boolean typed;
    private final SourceBytes file;
    private final QueryExec execution;
    private final RowSet solutions;
    private final List<Var> variables;
    private List<String> cells = List.of();
    private List<Value.Kind> kinds = List.of();
    private long line;

    SolutionRows(LogicalSource source) throws IOException {
        Query query = query(source);
        this.typed = source.format() == Format.SPARQL;
        this.file = SourceBytes.unread(source.file());
        DatasetGraph data = read(source);
        Context context = ARQ.getContext().copy();
        context.set(ARQ.httpServiceAllowed, false);
        this.execution = QueryExec.dataset(data).query(query).context(context).build();
        this.solutions = execution.select();
        this.variables = solutions.getResultVars();
    }

    private static Query query(LogicalSource source) {
        try {
            Query query = QueryFactory.create(source.iterator());
            if (!query.isSelectType()) {
                throw new RuleException("sparql", source.line(), "the iterator must be a SELECT query");
            }
            Algebra.compile(query);
            return query;
        } catch (QueryParseException broken) {
            throw new RuleException(
                    "sparql",
                    source.line(),
                    "the SPARQL query is broken in its line " + broken.getLine() + ": "
                            + String.valueOf(broken.getMessage())
                                    .lines()
                                    .findFirst()
                                    .orElse(""));
        }
    }

    private static DatasetGraph read(LogicalSource source) throws IOException {
        if (Files.size(source.file()) > MOST_BYTES) {
            throw new BrokenSourceException(
                    "too-large", -1, source.name() + " has more than 64 MB: a query over so much RDF is not run");
        }
        DatasetGraph data = DatasetGraphFactory.create();
        try {
            RDFParser.source(source.file())
                    .errorHandler(ErrorHandlerFactory.errorHandlerStrictNoLogging)
                    .parse(StreamRDFLib.dataset(data));
        } catch (RiotException broken) {
            throw new BrokenSourceException(
                    "broken-rdf", -1, source.name() + " is no readable RDF: " + broken.getMessage());
        }
        return data;
    }

    @Override
    public boolean next() {
        line++;
        if (line == 1) {
            cells = variables.stream().map(Var::getVarName).toList();
            return true;
        }
        if (!solutions.hasNext()) {
            return false;
        }
        Binding solution = solutions.next();
        List<String> texts = new ArrayList<>(variables.size());
        for (Var variable : variables) {
            texts.add(text(solution.get(variable)));
        }
        cells = texts;
        kinds = variables.stream()
                .map(variable -> typed ? kind(solution.get(variable)) : untyped(solution.get(variable)))
                .toList();
        return true;
    }

    @Override
    public List<Value.Kind> kinds() {
        return kinds;
    }

    private static Value.Kind untyped(@Nullable Node node) {
        boolean integer = node != null
                && node.isLiteral()
                && INTEGER.matcher(node.getLiteralLexicalForm()).matches();
        return integer ? Value.Kind.NUMBER : Value.Kind.TEXT;
    }

    private static Value.Kind kind(@Nullable Node node) {
        if (node == null || !node.isLiteral()) {
            return Value.Kind.TEXT;
        }
        Object value = node.getLiteral().isWellFormed() ? node.getLiteralValue() : "";
        return switch (value) {
            case BigDecimal _ -> Value.Kind.DECIMAL;
            case Number _ -> Value.Kind.NUMBER;
            case Boolean _ -> Value.Kind.BOOLEAN;
            default -> Value.Kind.TEXT;
        };
    }

    private static String text(@Nullable Node node) {
        if (node == null) {
            return TableRecord.NO_VALUE;
        }
        return node.isLiteral() ? node.getLiteralLexicalForm() : node.toString();
    }

    @Override
    public long line() {
        return line;
    }

    @Override
    public List<String> cells() {
        return cells;
    }

    @Override
    public String encoding() {
        return "RDF";
    }

    @Override
    public long bytesRead() {
        return file.bytes();
    }

    @Override
    public String sha256() throws IOException {
        return file.sha256();
    }

    @Override
    public void close() throws IOException {
        execution.close();
        file.close();
    }
}
