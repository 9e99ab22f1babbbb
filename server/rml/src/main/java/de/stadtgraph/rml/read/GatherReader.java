package de.stadtgraph.rml.read;

import static de.stadtgraph.rml.read.Rml.rml;

import de.stadtgraph.rml.rules.GatherMap;
import de.stadtgraph.rml.rules.ObjectRule;
import de.stadtgraph.rml.rules.RuleException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.jena.graph.Node;
import org.apache.jena.vocabulary.RDF;

/// Reads what gathers collections and containers (RML-CC).
final class GatherReader {
    private final MappingGraph graph;
    private final TermMapReader terms;
    private final Set<Node> open = new HashSet<>();

    GatherReader(MappingGraph graph, TermMapReader terms) {
        this.graph = graph;
        this.terms = terms;
    }

    /// What the node gathers, or empty if it does not.
    Optional<GatherMap> read(Node node) {
        Optional<MappingGraph.Stated> gathered = graph.one(node, rml("gather"));
        Optional<MappingGraph.Stated> form = graph.one(node, rml("gatherAs"));
        if (gathered.isEmpty() && form.isEmpty()) {
            return Optional.empty();
        }
        if (gathered.isEmpty() || form.isEmpty()) {
            throw new RuleException("gather", graph.line(node), "rml:gather and rml:gatherAs must stand together");
        }
        long line = gathered.get().line();
        if (!open.add(node)) {
            throw new RuleException("cycle", line, "a map gathers itself");
        }
        List<ObjectRule> members = new ArrayList<>();
        for (Node member : graph.list(gathered.get().object())) {
            members.add(terms.objectRule(new MappingGraph.Stated(node, rml("gather"), member, line)));
        }
        open.remove(node);
        if (members.isEmpty()) {
            throw new RuleException("gather", line, "rml:gather needs at least one term map");
        }
        return Optional.of(new GatherMap(members, form(form.get()), allowsEmpty(node), isProduct(node), line));
    }

    private static GatherMap.Form form(MappingGraph.Stated stated) {
        String iri = MappingGraph.iri(stated);
        return switch (iri.startsWith(RDF.getURI()) ? iri.substring(RDF.getURI().length()) : "") {
            case "List" -> GatherMap.Form.LIST;
            case "Bag" -> GatherMap.Form.BAG;
            case "Seq" -> GatherMap.Form.SEQ;
            case "Alt" -> GatherMap.Form.ALT;
            default ->
                throw new RuleException(
                        "gather", stated.line(), "rml:gatherAs is one of rdf:List, rdf:Bag, rdf:Seq and rdf:Alt");
        };
    }

    private boolean allowsEmpty(Node node) {
        Optional<MappingGraph.Stated> stated = graph.one(node, rml("allowEmptyListAndContainer"));
        if (stated.isEmpty()) {
            return false;
        }
        return switch (MappingGraph.text(stated.get())) {
            case "true", "1" -> true;
            case "false", "0" -> false;
            default ->
                throw new RuleException(
                        "gather", stated.get().line(), "rml:allowEmptyListAndContainer is true or false");
        };
    }

    private boolean isProduct(Node node) {
        Optional<MappingGraph.Stated> stated = graph.one(node, rml("strategy"));
        if (stated.isEmpty()) {
            return false;
        }
        return switch (MappingGraph.word(MappingGraph.iri(stated.get()))) {
            case "rml:append" -> false;
            case "rml:cartesianProduct" -> true;
            default ->
                throw new RuleException(
                        "gather", stated.get().line(), "rml:strategy is rml:append or rml:cartesianProduct");
        };
    }
}
