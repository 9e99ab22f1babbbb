package de.stadtgraph.rml.plan;

import de.stadtgraph.rml.function.CodeTables;
import de.stadtgraph.rml.function.FunctionLibrary;
import de.stadtgraph.rml.term.BlankNodes;
import java.util.List;

/// What a plan is compiled against. Immutable.
///
/// @param base completes relative IRIs
/// @param owned prefixes of which each subject must have one; empty: any subject
public record Environment(
        FunctionLibrary functions, CodeTables tables, String base, BlankNodes blankNodes, List<String> owned) {
    public Environment {
        owned = List.copyOf(owned);
    }
}
