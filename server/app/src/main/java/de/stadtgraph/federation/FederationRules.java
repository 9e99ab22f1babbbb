package de.stadtgraph.federation;

import java.net.URI;
import java.time.Duration;
import java.util.Collections;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/// Which endpoints may be asked, and what an answer may take. Immutable.
///
/// @param endpoints IRIs of the endpoints, exactly as a query names them
/// @param privateHosts names of the city's own servers, which may have private addresses
/// @param limits what one answer may take
/// @param userAgent what the server calls itself, with a contact
public record FederationRules(SortedSet<String> endpoints, Set<String> privateHosts, Limits limits, String userAgent) {

    /// @param time for an answer
    /// @param rows of an answer
    /// @param bytes of an answer
    public record Limits(Duration time, int rows, long bytes) {}

    /// 10 s, 10,000 rows, 16 MB each (`design: the query gate`).
    public static final Limits LIMITS = new Limits(Duration.ofSeconds(10), 10_000, 16L << 20);

    public FederationRules {
        endpoints = Collections.unmodifiableSortedSet(new TreeSet<>(endpoints));
        privateHosts = Set.copyOf(privateHosts);
    }

    /// Nobody is asked.
    public static FederationRules none() {
        return new FederationRules(Collections.emptySortedSet(), Set.of(), LIMITS, "Stadtgraph");
    }

    /// `host:port` of each endpoint.
    Set<String> hosts() {
        return endpoints.stream().map(URI::create).map(FederationRules::host).collect(Collectors.toSet());
    }

    private static String host(URI endpoint) {
        int port = endpoint.getPort() >= 0 ? endpoint.getPort() : "https".equals(endpoint.getScheme()) ? 443 : 80;
        return endpoint.getHost() + ":" + port;
    }
}
