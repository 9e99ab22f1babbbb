package de.stadtgraph.http.workspace;

import de.stadtgraph.http.ClientWatch;
import de.stadtgraph.http.Tickets;
import de.stadtgraph.query.DraftGate;
import de.stadtgraph.query.Ticket;
import de.stadtgraph.workspace.Workspace;
import io.javalin.http.Context;
import org.apache.jena.sparql.core.DatasetGraph;

/// Runs a processor on a draft for a request: under the gate, with an answer that is complete or an error; a client
/// that leaves ends it. Thread-safe.
final class DraftWork {
    private final DraftGate gate;
    private final Tickets tickets = new Tickets();

    DraftWork(DraftGate gate) {
        this.gate = gate;
    }

    /// Makes what the processor sees of a request, on the thread of the work.
    @FunctionalInterface
    interface Reading {
        PlainRequest.Form read(DatasetGraph data);
    }

    void run(Context context, Workspace workspace, Processor processor, Reading reading) {
        Ticket ticket = tickets.of(context);
        var response = new HeldResponse(context.res());
        try (ClientWatch _ = ClientWatch.of(context, ticket::leave)) {
            gate.run(ticket, workspace.data(), data -> {
                var request = new PlainRequest(context.req(), reading.read(data));
                processor.answer(request, response, data);
            });
        }
        response.send(context);
    }
}
