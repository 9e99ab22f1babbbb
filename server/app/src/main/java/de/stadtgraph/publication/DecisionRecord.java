package de.stadtgraph.publication;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.stadtgraph.problem.Text;
import de.stadtgraph.vocabulary.CityIris;
import de.stadtgraph.vocabulary.Dcat;
import de.stadtgraph.vocabulary.Dct;
import de.stadtgraph.vocabulary.Jmo;
import de.stadtgraph.vocabulary.Prov;
import de.stadtgraph.vocabulary.Rdf;
import de.stadtgraph.vocabulary.Rdfs;
import de.stadtgraph.vocabulary.Sh;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.sparql.graph.GraphFactory;

/// A decision as RDF (a `jmo:PublicationDecision`, which is a `prov:Activity`) and as JSON. Immutable.
///
/// The graph is for the record of the steward and of the release; what everybody may see of a refusal is in
/// [#publicJson]: rules and counts, no examples.
public final class DecisionRecord {
    private static final Node RESULT_COUNT = NodeFactory.createURI(Jmo.NAMESPACE + "resultCount");

    private final Candidate candidate;
    private final PublicationDecision decision;
    private final CityIris iris;

    public DecisionRecord(Candidate candidate, PublicationDecision decision, CityIris iris) {
        this.candidate = candidate;
        this.decision = decision;
        this.iris = iris;
    }

    /// The IRI of the decision.
    public Node node() {
        String time = decision.time().toString().replaceAll("[^0-9TZ]", "");
        return iris.activity(candidate.dataset().slug() + "-" + time);
    }

    /// Outcome, reasons with their examples, what was judged and by what; no blank nodes.
    public Graph graph() {
        Graph graph = GraphFactory.createDefaultGraph();
        Node node = node();
        graph.add(node, Rdf.TYPE, Jmo.PUBLICATION_DECISION);
        graph.add(node, Rdf.TYPE, Prov.ACTIVITY);
        graph.add(node, Jmo.OUTCOME, NodeFactory.createURI(iris.iri("kos/publication-outcome/" + decision.outcome())));
        graph.add(node, Prov.ENDED_AT_TIME, time(decision.time()));
        graph.add(node, Dct.SUBJECT, candidate.dataset().node());
        int number = 1;
        for (Finding reason : decision.reasons()) {
            Node result = part("reason-" + number++);
            graph.add(node, Sh.RESULT, result);
            describe(graph, result, reason);
        }
        describeInputs(graph);
        return graph;
    }

    private static void describe(Graph graph, Node result, Finding reason) {
        graph.add(result, Dct.IDENTIFIER, NodeFactory.createLiteralString(reason.rule()));
        graph.add(result, Sh.RESULT_SEVERITY, severity(reason.severity()));
        graph.add(result, RESULT_COUNT, integer(reason.count()));
        graph.add(
                result,
                Sh.RESULT_MESSAGE,
                NodeFactory.createLiteralLang(reason.message().de(), "de"));
        graph.add(
                result,
                Sh.RESULT_MESSAGE,
                NodeFactory.createLiteralLang(reason.message().en(), "en"));
        reason.examples().forEach(example -> graph.add(result, Sh.VALUE, NodeFactory.createLiteralString(example)));
    }

    private void describeInputs(Graph graph) {
        used(graph, part("candidate"), "candidate", candidate.quads().sha256());
        int number = 1;
        for (SourceDigest source : candidate.inputs().sources()) {
            Node fetched = part("source-" + number++);
            used(graph, fetched, source.name(), source.sha256());
            graph.add(fetched, Dct.DATE, time(source.fetched()));
        }
        new TreeMap<>(candidate.inputs().versions()).forEach((name, version) -> versioned(graph, name, version));
        versioned(graph, "module", candidate.inputs().moduleDigest());
        new TreeMap<>(decision.acknowledged()).forEach((rule, reason) -> {
            Node acknowledged = part("acknowledged-" + Checksums.fragment(rule));
            graph.add(node(), Prov.USED, acknowledged);
            graph.add(acknowledged, Dct.IDENTIFIER, NodeFactory.createLiteralString(rule));
            graph.add(acknowledged, Rdfs.COMMENT, NodeFactory.createLiteralString(reason));
            graph.add(acknowledged, Prov.WAS_ATTRIBUTED_TO, part("steward"));
            graph.add(part("steward"), Rdf.TYPE, Prov.AGENT);
            graph.add(part("steward"), Dct.IDENTIFIER, NodeFactory.createLiteralString("steward"));
        });
    }

    private void used(Graph graph, Node entity, String name, String sha256) {
        graph.add(node(), Prov.USED, entity);
        graph.add(entity, Dct.IDENTIFIER, NodeFactory.createLiteralString(name));
        Checksums.add(graph, entity, sha256);
    }

    private void versioned(Graph graph, String name, String version) {
        Node entity = part("version-" + Checksums.fragment(name));
        graph.add(node(), Prov.USED, entity);
        graph.add(entity, Dct.IDENTIFIER, NodeFactory.createLiteralString(name));
        graph.add(entity, Dcat.VERSION, NodeFactory.createLiteralString(version));
    }

    /// Everything, for the steward.
    public ObjectNode json() {
        ObjectNode root = publicJson();
        root.withArray("/reasons").removeAll();
        for (Finding reason : decision.reasons()) {
            ObjectNode entry = root.withArray("/reasons").addObject();
            write(entry, reason);
            reason.examples().forEach(entry.withArray("/examples")::add);
        }
        ObjectNode acknowledged = root.putObject("acknowledged");
        new TreeMap<>(decision.acknowledged()).forEach(acknowledged::put);
        return root;
    }

    /// Outcome, rules and counts: never a cell, a key or a value.
    public ObjectNode publicJson() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("dataset", candidate.dataset().slug());
        root.put("outcome", decision.outcome());
        root.put("time", decision.time().toString());
        root.putArray("reasons");
        decision.reasons().forEach(reason -> write(root.withArray("/reasons").addObject(), reason));
        ArrayNode acknowledged = root.putArray("acknowledged");
        decision.acknowledged().keySet().stream().sorted().forEach(acknowledged::add);
        return root;
    }

    private static void write(ObjectNode entry, Finding reason) {
        Text message = reason.message();
        entry.put("rule", reason.rule());
        entry.put("severity", reason.severity().name().toLowerCase(java.util.Locale.ROOT));
        entry.put("count", reason.count());
        Map.of("de", message.de(), "en", message.en()).entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(text -> entry.withObject("/message").put(text.getKey(), text.getValue()));
    }

    private Node part(String name) {
        return NodeFactory.createURI(node().getURI() + "#" + name);
    }

    private static Node severity(Severity severity) {
        return switch (severity) {
            case BLOCK -> Jmo.BLOCK;
            case VIOLATION -> Sh.VIOLATION;
            case WARNING -> Sh.WARNING;
            case INFO -> Sh.INFO;
        };
    }

    static Node time(Instant time) {
        return NodeFactory.createLiteralDT(time.toString(), XSDDatatype.XSDdateTime);
    }

    static Node integer(long value) {
        return NodeFactory.createLiteralDT(Long.toString(value), XSDDatatype.XSDinteger);
    }
}
