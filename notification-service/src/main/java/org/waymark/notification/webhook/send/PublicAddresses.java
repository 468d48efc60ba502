package org.waymark.notification.webhook.send;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hc.client5.http.DnsResolver;

/**
 * Looks names up for connections, and answers with addresses of the public internet alone, so that nobody makes this
 * service call what only it can reach. The client connects to the very address that was checked: a name that resolves
 * otherwise the next time is looked up and checked again. What is not public: the IANA registries of special-purpose
 * addresses (RFC 6890 and its updates).
 */
final class PublicAddresses implements DnsResolver {

    private static final List<Network> NOT_PUBLIC = networks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            "2001::/23",
            "2001:db8::/32",
            "2002::/16",
            "3fff::/20");

    /** Of IPv6 nothing else is in public use. */
    private static final List<Network> PUBLIC = networks("0.0.0.0/0", "2000::/3");

    private final DnsResolver names;
    private final List<Network> allowed;

    /** @param allowed networks that count as public here */
    PublicAddresses(DnsResolver names, List<String> allowed) {
        this.names = names;
        this.allowed = networks(allowed.toArray(String[]::new));
    }

    private static List<Network> networks(String... texts) {
        return Stream.of(texts).map(Network::of).toList();
    }

    /** @throws UnknownHostException where none of its addresses may be sent to, too */
    @Override
    public InetAddress[] resolve(String host) throws UnknownHostException {
        InetAddress[] usable = Arrays.stream(found(host)).filter(this::isPublic).toArray(InetAddress[]::new);
        if (usable.length == 0) {
            throw new UnknownHostException(host + " is not on the public internet.");
        }
        return usable;
    }

    private InetAddress[] found(String host) throws UnknownHostException {
        try {
            return names.resolve(host);
        } catch (UnknownHostException e) {
            throw new UnknownHostException("The name " + host + " is not known.");
        }
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }

    boolean isPublic(InetAddress address) {
        return isIn(allowed, address) || isIn(PUBLIC, address) && !isIn(NOT_PUBLIC, address);
    }

    private static boolean isIn(List<Network> networks, InetAddress address) {
        return networks.stream().anyMatch(network -> network.contains(address));
    }
}
