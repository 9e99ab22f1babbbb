package de.stadtgraph.net;

import java.time.Duration;
import java.util.Set;

/// Where requests may go and what they may take. Immutable.
///
/// @param hosts `host:port` of each server that may be asked, in small letters; nothing else is
/// @param privateHosts names of the city's own servers, which may have private addresses
/// @param connect time for a connection
/// @param total time for a request, redirects and the reading of its answer included
/// @param bytes of an answer
/// @param userAgent what the server calls itself, with a contact
public record OutboundRules(
        Set<String> hosts, Set<String> privateHosts, Duration connect, Duration total, long bytes, String userAgent) {
    /// Redirects that are followed.
    public static final int REDIRECTS = 3;

    public OutboundRules {
        hosts = Set.copyOf(hosts);
        privateHosts = Set.copyOf(privateHosts);
    }
}
