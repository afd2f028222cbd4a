package org.image2ai.egress;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.image2ai.api.PlatformException;

/** What the configuration allows. */
final class Rules {
    private final List<String> hosts;
    private final Set<String> inner;
    private final List<Ports> ports;

    Rules(String allowedHosts, String allowedInner, String allowedPorts) {
        hosts = words(allowedHosts).map(Target::plain).toList();
        inner = words(allowedInner).map(Rules::hostAndPort).collect(Collectors.toUnmodifiableSet());
        ports = words(allowedPorts).map(Ports::of).toList();
    }

    private record Ports(int first, int last) {
        static Ports of(String range) {
            String[] ends = range.split("-", 2);
            return new Ports(Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[ends.length - 1].strip()));
        }

        boolean has(int port) {
            return first <= port && port <= last;
        }
    }

    private static Stream<String> words(String commas) {
        return Arrays.stream(commas.split(",")).map(String::strip).filter(word -> !word.isEmpty());
    }

    private static String hostAndPort(String text) {
        int colon = text.lastIndexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("allowedInner needs host:port, not " + text);
        }
        return name(Target.plain(text.substring(0, colon)), Integer.parseInt(text.substring(colon + 1)));
    }

    private static String name(String host, int port) {
        return host + " " + port;
    }

    /** Looks at what can be seen without asking for addresses. @throws PlatformException {@code host_not_allowed} */
    void check(Target target) {
        if (isInner(target.host(), target.port())) {
            return;
        }
        if (hosts.stream().noneMatch(allowed -> matches(allowed, target.host()))) {
            throw refused("The host " + target.host() + " is not one that may be called.");
        }
        if (ports.stream().noneMatch(range -> range.has(target.port()))) {
            throw refused("The port " + target.port() + " is not one that may be called.");
        }
    }

    /** Whether a host is the allowed one, or falls under its {@code *}. */
    static boolean matches(String allowed, String host) {
        if (allowed.equals("*")) {
            return true;
        }
        return allowed.startsWith("*.") ? host.endsWith(allowed.substring(1)) : allowed.equals(host);
    }

    /** Whether a connection may go to an address that a name stands for. */
    boolean allows(String host, int port, InetAddress address) {
        return isInner(Target.plain(host), port) || Addresses.isPublic(address);
    }

    private boolean isInner(String host, int port) {
        return inner.contains(name(host, port));
    }

    static PlatformException refused(String message) {
        return PlatformException.denied("host_not_allowed", message);
    }
}
