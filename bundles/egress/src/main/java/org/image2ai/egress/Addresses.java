package org.image2ai.egress;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * Which addresses are public. The ranges are those of the IANA special-purpose registries (RFC 6890 and its
 * successors), and the metadata services of clouds that lie outside of them.
 */
final class Addresses {
    private static final List<Range> SPECIAL = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "168.63.129.16/32",
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
                    // Teredo, benchmarking, ORCHID and the other protocol assignments.
                    "2001::/23",
                    "2001:db8::/32",
                    // 6to4 carries any IPv4 address inside, private ones too.
                    "2002::/16",
                    "3fff::/20")
            .map(Range::of)
            .toList();
    private static final Range GLOBAL_UNICAST = Range.of("2000::/3");
    private static final Range NAT64 = Range.of("64:ff9b::/96");

    private Addresses() {}

    /** The addresses that begin with some bits. */
    private record Range(byte[] prefix, int bits) {
        static Range of(String cidr) {
            String[] parts = cidr.split("/");
            try {
                return new Range(InetAddress.getByName(parts[0]).getAddress(), Integer.parseInt(parts[1]));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(cidr, e);
            }
        }

        boolean has(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            for (int i = 0; i < whole; i++) {
                if (address[i] != prefix[i]) {
                    return false;
                }
            }
            int rest = bits % 8;
            return rest == 0 || (address[whole] ^ prefix[whole]) >> (8 - rest) == 0;
        }
    }

    /** Whether an address is one of the public internet. */
    static boolean isPublic(InetAddress address) {
        return isPublic(address.getAddress());
    }

    private static boolean isPublic(byte[] address) {
        if (address.length == 16) {
            if (NAT64.has(address)) {
                // An IPv6-only network reaches IPv4 hosts so; what counts is the address inside.
                return isPublic(new byte[] {address[12], address[13], address[14], address[15]});
            }
            if (!GLOBAL_UNICAST.has(address)) {
                return false;
            }
        }
        return SPECIAL.stream().noneMatch(range -> range.has(address));
    }
}
