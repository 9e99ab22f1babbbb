package de.stadtgraph.net;

import java.net.Inet6Address;
import java.net.InetAddress;

/// Which addresses lie in the public internet. Stateless.
final class PublicAddresses {
    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isLoopbackAddress()
                || address.isAnyLocalAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublic6(bytes) : isPublic4(bytes);
    }

    /// Not `0/8`, `100.64/10` (shared), `192.0.0/24`, `198.18/15` (benchmarks), `240/4`.
    private static boolean isPublic4(byte[] bytes) {
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        return first != 0
                && first < 240
                && !(first == 100 && second >= 64 && second < 128)
                && !(first == 192 && second == 0 && bytes[2] == 0)
                && !(first == 198 && (second == 18 || second == 19));
    }

    /// Not `fc00::/7` (unique local), `64:ff9b::/96` (translated), v4-mapped or v4-compatible ones.
    private static boolean isPublic6(byte[] bytes) {
        boolean local = (bytes[0] & 0xfe) == 0xfc;
        boolean translated = bytes[0] == 0 && bytes[1] == 0x64 && (bytes[2] & 0xff) == 0xff;
        boolean mapped = true;
        for (int at = 0; at < 10; at++) {
            mapped &= bytes[at] == 0;
        }
        return !local && !translated && !mapped;
    }
}
