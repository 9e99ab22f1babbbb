package de.stadtgraph.cli;

import de.stadtgraph.Server;
import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.query.Answers;
import de.stadtgraph.query.PreparedQuery;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryRequest;
import de.stadtgraph.rdf.RdfFiles;
import de.stadtgraph.store.FileGeneration;
import de.stadtgraph.store.Generation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.jena.graph.Graph;
import org.apache.jena.sparql.graph.GraphFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `query`: a SPARQL query without a server.
@Command(name = "query", description = "Runs a SPARQL query on the newest state of the data folder, or on files.")
final class QueryCommand extends DataCommand {
    @Parameters(paramLabel = "FILE.rq", description = "A file with the query.")
    private Path query = Path.of("");

    @Option(names = "--file", paramLabel = "RDF", arity = "1..*", description = "Ask these RDF files instead.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "F",
            description = "json, xml, csv, tsv; ttl, nt, jsonld, rdf for CONSTRUCT and DESCRIBE (default: csv or ttl).")
    private String format = "";

    QueryCommand(Desk desk) {
        super(desk);
    }

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(query)) {
            throw new ServerException(ErrorCode.BAD_ARGUMENT, query + ": no such file with a query.");
        }
        Server server = server();
        QueryGate gate = server.gate();
        PreparedQuery prepared = gate.prepare(QueryRequest.of(Files.readString(query)));
        var answers = Answers.to(desk.terminal().out(), format, prepared.kind());
        try (Generation generation = files.isEmpty() ? server.newest() : new FileGeneration(read())) {
            gate.run(prepared, "command", generation, answers);
        }
        desk.terminal().out().flush();
        return 0;
    }

    private Graph read() {
        Graph all = GraphFactory.createDefaultGraph();
        files.forEach(file -> RdfFiles.readTriples(file).find().forEachRemaining(all::add));
        return all;
    }
}
