package de.stadtgraph.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/// Resolves names for the whole process and drops private addresses, so that no library can be led to this machine or
/// its neighbours by a name, not even by one that changes between two look-ups. Made by the JDK, once.
///
/// The names of the city's own servers are set at the start; static, because the JDK makes this object.
public final class PublicResolver extends InetAddressResolverProvider {
    private static final AtomicReference<Set<String>> PRIVATE_HOSTS = new AtomicReference<>(Set.of());

    /// Names that may have private addresses.
    static void allow(Set<String> privateHosts) {
        PRIVATE_HOSTS.set(Set.copyOf(privateHosts));
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver builtIn = configuration.builtinResolver();
        String own = configuration.lookupLocalHostName();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                Stream<InetAddress> all = builtIn.lookupByName(host, policy);
                if (host.equals(own) || PRIVATE_HOSTS.get().contains(host.toLowerCase(Locale.ROOT))) {
                    return all;
                }
                List<InetAddress> open = all.filter(PublicAddresses::isPublic).toList();
                if (open.isEmpty()) {
                    throw new UnknownHostException(host + " has no public address");
                }
                return open.stream();
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return builtIn.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "public addresses";
    }
}
