package de.stadtgraph.workspace;

import java.nio.file.Path;
import java.time.Clock;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.query.TxnType;
import org.apache.jena.sparql.core.DatasetGraph;
import org.apache.jena.sparql.core.Quad;

/// A process that changes a draft until it is killed, and says after each commit which it was.
final class EndlessDraft {
    static final WorkspaceLimits LIMITS = new WorkspaceLimits(100_000, 1 << 24, 5, 2, 20_000);
    static final int STATEMENTS = 20;
    static final int KEPT = 10;
    static final Node NUMBER = NodeFactory.createURI("urn:number");

    private EndlessDraft() {}

    /// @param arguments the folder, and the number of the first transaction
    public static void main(String[] arguments) {
        try (var workspaces = new Workspaces(Path.of(arguments[0]), LIMITS, Clock.systemUTC());
                var hold = workspaces.open("d")) {
            DatasetGraph data = hold.workspace().data();
            for (long number = Long.parseLong(arguments[1]); ; number++) {
                data.begin(TxnType.WRITE);
                change(data, number);
                data.commit();
                data.end();
                System.out.println(number);
            }
        }
    }

    private static void change(DatasetGraph data, long number) {
        Node node = NodeFactory.createLiteralString(String.valueOf(number));
        data.deleteAny(Quad.defaultGraphIRI, NUMBER, NUMBER, Node.ANY);
        data.add(Quad.defaultGraphIRI, NUMBER, NUMBER, node);
        data.removeGraph(graph(number - KEPT));
        for (int i = 0; i < STATEMENTS; i++) {
            data.add(graph(number), NodeFactory.createURI("urn:s" + i), NUMBER, NodeFactory.createBlankNode());
        }
    }

    static Node graph(long number) {
        return NodeFactory.createURI("urn:graph:" + number);
    }
}
