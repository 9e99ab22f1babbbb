package de.stadtgraph.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/// Resolves names for the whole process and leaves out answers that lie in our own network, whatever library asks: so a
/// name that is checked cannot lead elsewhere a moment later. Names that are allowed keep their private answers.
///
/// The platform makes it (`META-INF/services`) and hands it to nobody, so the allowed names are static; they only grow.
public final class PublicResolver extends InetAddressResolverProvider {
    private static final Set<String> ALLOWED = ConcurrentHashMap.newKeySet();

    static {
        // The machine itself: the client refuses it by name, and other libraries need it.
        ALLOWED.add("localhost");
    }

    /// Lets a name have private answers in this process.
    static void allow(Set<String> hosts) {
        ALLOWED.addAll(hosts);
    }

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver system = configuration.builtinResolver();
        String own = configuration.lookupLocalHostName();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                Stream<InetAddress> found = system.lookupByName(host, policy);
                if (ALLOWED.contains(host.toLowerCase(java.util.Locale.ROOT)) || host.equalsIgnoreCase(own)) {
                    return found;
                }
                var answers = found.filter(PublicAddresses::isPublic).toList();
                if (answers.isEmpty()) {
                    throw new UnknownHostException(host + ": no public address");
                }
                return answers.stream();
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return system.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "public addresses";
    }
}
