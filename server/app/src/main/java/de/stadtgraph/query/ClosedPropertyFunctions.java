package de.stadtgraph.query;

import java.util.List;
import java.util.function.BiFunction;
import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/// The one property that is a function: `text:query`. `rdfs:member` and `java:` names are plain properties. One query.
final class ClosedPropertyFunctions extends PropertyFunctionRegistry {
    private final BiFunction<String, Integer, List<TextSearch.Match>> search;

    /// @param search the full text of the state that is asked
    ClosedPropertyFunctions(BiFunction<String, Integer, List<TextSearch.Match>> search) {
        this.search = search;
    }

    @Override
    public boolean manages(String uri) {
        return uri.equals(TextQuery.IRI);
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String uri) {
        return manages(uri) ? _ -> new TextQuery(search) : null;
    }

    @Override
    public boolean isRegistered(String uri) {
        return manages(uri);
    }
}
