package de.stadtgraph.http.workspace;

import de.stadtgraph.http.Caller;
import de.stadtgraph.query.DraftGate;
import de.stadtgraph.query.QueryGate;
import de.stadtgraph.query.QueryRequest;
import de.stadtgraph.workspace.Workspaces;
import io.javalin.http.Context;

/// `/workspace/{name}/sparql`: queries and updates of a draft (SPARQL 1.1 Protocol). Both are read by our gate first
/// and then by the processor, in one form. Thread-safe.
final class DraftSparql {
    private final VisibleDrafts drafts;
    private final DraftWork work;
    private final QueryGate queries;
    private final DraftGate updates;
    private final String base;

    /// @param base what relative IRIs resolve against
    DraftSparql(VisibleDrafts drafts, DraftWork work, QueryGate gate, String base) {
        this.drafts = drafts;
        this.work = work;
        this.queries = gate;
        this.updates = gate.drafts();
        this.base = base;
    }

    void get(Context context) {
        try (Workspaces.Hold hold = drafts.toRead(context)) {
            answer(context, hold, SparqlAsked.byAddress(context));
        }
    }

    void post(Context context) {
        try (Workspaces.Hold seen = drafts.toRead(context)) {
            SparqlAsked asked = SparqlAsked.byBody(context);
            if (asked.isUpdate()) {
                drafts.owned(context);
            }
            answer(context, seen, asked);
        }
    }

    private void answer(Context context, Workspaces.Hold hold, SparqlAsked asked) {
        if (asked.isUpdate()) {
            updates.check(asked.text(), !asked.parameters().isEmpty());
        } else {
            updates.check(queries.prepare(
                    QueryRequest.of(asked.text()), Caller.of(context).asked()));
        }
        Processor processor = asked.isUpdate() ? Processor.UPDATE : Processor.QUERY;
        work.run(context, hold.workspace(), processor, _ -> asked.form(base));
    }
}
