package de.stadtgraph.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The proxies whose `X-Forwarded-For` counts, by address. Immutable.
///
/// @param addresses IPv4 or IPv6 addresses
public record TrustedProxies(List<InetAddress> addresses) {
    private static final int PREFIX_BYTES = 8;
    private static final int IPV6_BYTES = 16;

    public TrustedProxies {
        addresses = List.copyOf(addresses);
    }

    /// No proxy is trusted.
    public static final TrustedProxies NONE = new TrustedProxies(List.of());

    /// Reads addresses; a name is refused.
    ///
    /// @throws IllegalArgumentException for what is no address
    public static TrustedProxies of(List<String> addresses) {
        return new TrustedProxies(addresses.stream().map(InetAddress::ofLiteral).toList());
    }

    boolean trusts(InetAddress address) {
        return addresses.contains(address);
    }

    /// The address that a request comes from: of the connection, or the nearest one that no trusted proxy has.
    InetAddress origin(String connection, @Nullable String forwarded) {
        InetAddress address = InetAddress.ofLiteral(connection);
        if (forwarded == null || !trusts(address)) {
            return address;
        }
        for (String member : Arrays.asList(forwarded.split(",", -1)).reversed()) {
            try {
                address = InetAddress.ofLiteral(member.strip());
            } catch (IllegalArgumentException _) {
                return address;
            }
            if (!trusts(address)) {
                return address;
            }
        }
        return address;
    }

    /// What limits count by: an IPv4 address whole, of an IPv6 address the network.
    static String key(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (bytes.length < IPV6_BYTES) {
            return address.getHostAddress();
        }
        Arrays.fill(bytes, PREFIX_BYTES, IPV6_BYTES, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (java.net.UnknownHostException e) {
            throw new IllegalStateException("16 bytes are an address", e);
        }
    }
}
