package org.image2ai.kit.net;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;
import org.image2ai.api.PlatformException;

/**
 * A network in CIDR notation, of IPv4 or IPv6; an address of IPv4 in the guise of IPv6 is one of IPv4.
 *
 * @param first its first address
 * @param length the length of an address in bits: 32 or 128
 * @param prefix how many bits all its addresses share
 */
public record Network(BigInteger first, int length, int prefix) {
    private static final Pattern V4 = Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

    /**
     * The network of a text: {@code 10.0.0.0/8}, {@code 2001:db8::/32}, or one address.
     *
     * @throws PlatformException INVALID {@code invalid_network}
     */
    public static Network parse(String text) {
        int slash = text.indexOf('/');
        byte[] address = bytes(slash < 0 ? text : text.substring(0, slash));
        int length = address.length * 8;
        String bits = slash < 0 ? String.valueOf(length) : text.substring(slash + 1);
        if (!bits.matches("\\d{1,3}") || Integer.parseInt(bits) > length) {
            throw invalid();
        }
        return of(address, Integer.parseInt(bits));
    }

    /** The network that an address is in: the first bits of it, in its shortest form {@code 192.0.2.0/24}. */
    public static String around(String address, int prefixV4, int prefixV6) {
        byte[] bytes = bytes(address);
        return of(bytes, bytes.length == 4 ? prefixV4 : prefixV6).toString();
    }

    private static Network of(byte[] address, int prefix) {
        int rest = address.length * 8 - prefix;
        BigInteger cut = new BigInteger(1, address).shiftRight(rest).shiftLeft(rest);
        return new Network(cut, address.length * 8, prefix);
    }

    /** Only literal addresses: a name would be looked up. */
    private static byte[] bytes(String address) {
        int zone = address.indexOf('%');
        String literal = (zone < 0 ? address : address.substring(0, zone)).strip();
        if (literal.startsWith("[") && literal.endsWith("]")) {
            literal = literal.substring(1, literal.length() - 1);
        }
        if (!V4.matcher(literal).matches() && !V6.matcher(literal).matches()) {
            throw invalid();
        }
        try {
            return InetAddress.getByName(literal).getAddress();
        } catch (UnknownHostException e) {
            throw invalid().causedBy(e);
        }
    }

    /** Whether an address is in this network. */
    public boolean contains(String address) {
        byte[] bytes = bytes(address);
        return bytes.length * 8 == length && of(bytes, prefix).equals(this);
    }

    @Override
    public String toString() {
        byte[] all = new byte[length / 8];
        byte[] digits = first.toByteArray();
        int from = Math.max(0, digits.length - all.length);
        System.arraycopy(digits, from, all, all.length - (digits.length - from), digits.length - from);
        try {
            return InetAddress.getByAddress(all).getHostAddress() + "/" + prefix;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("an address has 4 or 16 bytes", e);
        }
    }

    private static PlatformException invalid() {
        return PlatformException.invalid("invalid_network", "A network looks like 192.0.2.0/24 or 2001:db8::/32.");
    }
}
