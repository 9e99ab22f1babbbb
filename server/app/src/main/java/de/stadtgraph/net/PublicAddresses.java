package de.stadtgraph.net;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;

/// Which addresses belong to the internet, and not to this machine or its neighbours. Stateless.
final class PublicAddresses {
    private PublicAddresses() {}

    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? isPublicSix(bytes) : isPublicFour(bytes, 0);
    }

    /// Not `0/8`, `10/8`, `100.64/10`, `127/8`, `169.254/16`, `172.16/12`, `192.0.0/24`, `192.168/16`, `198.18/15`,
    /// `224/3` (RFC 6890).
    private static boolean isPublicFour(byte[] bytes, int at) {
        int first = bytes[at] & 0xFF;
        int second = bytes[at + 1] & 0xFF;
        int third = bytes[at + 2] & 0xFF;
        return switch (first) {
            case 0, 10, 127 -> false;
            case 100 -> (second & 0xC0) != 64;
            case 169 -> second != 254;
            case 172 -> (second & 0xF0) != 16;
            case 192 -> second != 168 && !(second == 0 && third == 0);
            case 198 -> (second & 0xFE) != 18;
            default -> first < 224;
        };
    }

    /// Not ULA `fc00::/7`; an IPv4 address inside (mapped, compatible, 6to4, NAT64) is judged as such.
    private static boolean isPublicSix(byte[] bytes) {
        if ((bytes[0] & 0xFE) == 0xFC) {
            return false;
        }
        boolean zeros = isZero(bytes, 0, 10);
        if (zeros) {
            return isPublicFour(bytes, 12);
        }
        if (bytes[0] == 0x20 && bytes[1] == 0x02) {
            return isPublicFour(bytes, 2);
        }
        boolean nat64 = bytes[0] == 0 && bytes[1] == 0x64 && bytes[2] == (byte) 0xFF && bytes[3] == (byte) 0x9B;
        return !nat64 || isPublicFour(bytes, 12);
    }

    private static boolean isZero(byte[] bytes, int from, int to) {
        return Arrays.equals(bytes, from, to, new byte[to - from], 0, to - from);
    }
}
