package de.stadtgraph.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/// Decides whether an address may be asked: http or https, a host that is named and not given as a number, a port that
/// is
/// named, and no machine of our own network unless it is allowed by name. Immutable.
///
/// @param allowed `host` or `host:port` that the caller names; without a port the scheme's own is meant
/// @param privateHosts hosts that may have addresses of a private network
record Destination(Set<String> allowed, Set<String> privateHosts) {

    /// @throws OutboundRefusedException with the reason
    void check(URI address) throws OutboundRefusedException {
        String scheme = String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new OutboundRefusedException(address + ": only http and https are asked.");
        }
        String host = host(address);
        if (address.getRawUserInfo() != null) {
            throw new OutboundRefusedException(host + ": an address must not hold a password.");
        }
        if (isNumeric(host)) {
            throw new OutboundRefusedException(address + ": a host must have a name, not a number.");
        }
        int usual = scheme.equals("http") ? 80 : 443;
        int port = address.getPort() < 0 ? usual : address.getPort();
        boolean named = allowed.contains(host + ":" + port) || (port == usual && allowed.contains(host));
        if (!named) {
            throw new OutboundRefusedException(
                    address + ": the host " + host + ":" + port + " is not among those that the module names.");
        }
        if (!privateHosts.contains(host)) {
            checkNetwork(host);
        }
    }

    static String host(URI address) throws OutboundRefusedException {
        String host = address.getHost();
        if (host == null || host.isBlank()) {
            throw new OutboundRefusedException(address + ": the address has no host.");
        }
        return host.toLowerCase(Locale.ROOT);
    }

    /// `127.0.0.1`, `2130706433`, `0x7f.1`, `[::1]`: everything a resolver takes for an address.
    private static boolean isNumeric(String host) {
        String last = host.replaceAll("\\.$", "");
        last = last.substring(last.lastIndexOf('.') + 1);
        return host.startsWith("[") || last.matches("[0-9]+|0x[0-9a-f]*");
    }

    private static void checkNetwork(String host) throws OutboundRefusedException {
        if (host.equals("localhost") || host.endsWith(".localhost")) {
            throw refused(host);
        }
        try {
            for (InetAddress address : InetAddress.getAllByName(host)) {
                if (!PublicAddresses.isPublic(address)) {
                    throw refused(host);
                }
            }
        } catch (UnknownHostException e) {
            throw new OutboundRefusedException(host + ": the name leads to no public address.");
        }
    }

    private static OutboundRefusedException refused(String host) {
        return new OutboundRefusedException(
                host + ": leads into our own network; name it in net.private-hosts if that is meant.");
    }
}
