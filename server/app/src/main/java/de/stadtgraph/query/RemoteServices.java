package de.stadtgraph.query;

import de.stadtgraph.federation.Federation;
import org.apache.jena.sparql.algebra.op.OpService;
import org.apache.jena.sparql.engine.ExecutionContext;
import org.apache.jena.sparql.engine.QueryIterator;
import org.apache.jena.sparql.service.ServiceExecutorRegistry;
import org.apache.jena.sparql.service.bulk.ChainingServiceExecutorBulk;
import org.apache.jena.sparql.service.bulk.ServiceExecutorBulk;
import org.apache.jena.sparql.util.Context;

/// What SERVICE does in one query: it asks the portals that are allowed, and nothing else can be reached.
final class RemoteServices implements ChainingServiceExecutorBulk {
    private final Federation federation;
    private final QueryMeter meter;

    private RemoteServices(Federation federation, QueryMeter meter) {
        this.federation = federation;
        this.meter = meter;
    }

    /// Takes the place of the engine's own services, which open connections.
    static void useIn(Context context, Federation federation, QueryMeter meter) {
        var registry = new ServiceExecutorRegistry();
        registry.addBulkLink(new RemoteServices(federation, meter));
        ServiceExecutorRegistry.set(context, registry);
    }

    @Override
    public QueryIterator createExecution(
            OpService service, QueryIterator input, ExecutionContext execution, ServiceExecutorBulk rest) {
        return new RemoteJoin(new RemotePart(service), federation, meter, input, execution);
    }
}
