package de.stadtgraph.query;

import org.apache.jena.sparql.pfunction.PropertyFunctionFactory;
import org.apache.jena.sparql.pfunction.PropertyFunctionRegistry;
import org.jspecify.annotations.Nullable;

/// No property is a function; `rdfs:member` and `java:` names are plain properties.
final class NoPropertyFunctions extends PropertyFunctionRegistry {
    @Override
    public boolean manages(String uri) {
        return false;
    }

    @Override
    public @Nullable PropertyFunctionFactory get(String uri) {
        return null;
    }

    @Override
    public boolean isRegistered(String uri) {
        return false;
    }
}
