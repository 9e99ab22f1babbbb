package de.stadtgraph.http.workspace;

import de.stadtgraph.problem.ErrorCode;
import de.stadtgraph.problem.ServerException;
import de.stadtgraph.problem.Text;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.jena.fuseki.server.DataAccessPoint;
import org.apache.jena.fuseki.server.DataService;
import org.apache.jena.fuseki.server.Endpoint;
import org.apache.jena.fuseki.server.Operation;
import org.apache.jena.fuseki.servlets.ActionErrorException;
import org.apache.jena.fuseki.servlets.ActionProcessor;
import org.apache.jena.fuseki.servlets.GSP_RW;
import org.apache.jena.fuseki.servlets.HttpAction;
import org.apache.jena.fuseki.servlets.SPARQL_QueryDataset;
import org.apache.jena.fuseki.servlets.SPARQL_Update;
import org.apache.jena.fuseki.system.ActionCategory;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.update.UpdateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The three of Fuseki's processors that drafts are worked on with. Each request has a data service of its own, so
/// nothing is registered anywhere, and no port is opened.
enum Processor {
    QUERY(Operation.Query, new SPARQL_QueryDataset()),
    UPDATE(Operation.Update, new SPARQL_Update()),
    GRAPH_STORE(Operation.GSP_RW, new GSP_RW());

    private static final Logger LOG = LoggerFactory.getLogger(Processor.class);
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Operation operation;
    private final ActionProcessor processor;

    Processor(Operation operation, ActionProcessor processor) {
        this.operation = operation;
        this.processor = processor;
    }

    /// Answers a request on the data.
    ///
    /// @throws ServerException for what the processor refuses
    void answer(PlainRequest request, HeldResponse response, DatasetGraph data) {
        Endpoint endpoint = Endpoint.create(operation, "");
        endpoint.setProcessor(processor);
        DataService service = DataService.newBuilder(data).addEndpoint(endpoint).build();
        service.goActive();
        var action = new HttpAction(NUMBERS.incrementAndGet(), LOG, ActionCategory.ACTION, request, response);
        action.setRequest(new DataAccessPoint("/draft", service), service);
        action.setEndpoint(endpoint);
        try {
            processor.process(action);
        } catch (ActionErrorException e) {
            throw problem(e);
        }
    }

    private static ServerException problem(ActionErrorException e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case ServerException known -> {
                    return known;
                }
                case UpdateException refused -> {
                    return new ServerException(ErrorCode.BAD_REQUEST, Text.same(sentence(refused)), e);
                }
                case StackOverflowError deep -> {
                    return new ServerException(
                            ErrorCode.QUERY_TOO_COMPLEX,
                            new Text("Es ist zu tief verschachtelt.", "It is nested too deeply."),
                            deep);
                }
                default -> {}
            }
        }
        return new ServerException(code(e.getRC()), Text.same(sentence(e)), e);
    }

    private static String sentence(RuntimeException e) {
        String message = Objects.requireNonNullElse(e.getMessage(), "").strip();
        return message.isEmpty() || message.endsWith(".") ? message : message + ".";
    }

    private static ErrorCode code(int status) {
        return switch (status) {
            case 400 -> ErrorCode.BAD_REQUEST;
            case 404 -> ErrorCode.NOT_FOUND;
            case 405 -> ErrorCode.METHOD_NOT_ALLOWED;
            case 406 -> ErrorCode.NOT_ACCEPTABLE;
            case 415 -> ErrorCode.UNSUPPORTED_MEDIA_TYPE;
            default -> ErrorCode.INTERNAL;
        };
    }
}
