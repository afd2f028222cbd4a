package org.image2ai.passkeys;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.image2ai.api.PlatformException;
import org.image2ai.api.rest.PublicAddress;

/**
 * Who this server is to a device.
 *
 * @param id the host, to which passkeys are bound for ever
 * @param origin scheme, host and port of the pages that may ask for one
 */
record RelyingParty(String id, String origin) {
    private static final Set<String> LOOPBACK = Set.of("127.0.0.1", "[::1]");
    private static final String LOCALHOST = "localhost";
    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    /**
     * By the server's own address, never by that of a request, whose host a stranger chooses. Browsers have no passkeys
     * for bare addresses: a server that is only on this machine is {@code localhost} to them.
     *
     * @throws PlatformException CONFLICT {@code passkeys_unavailable}
     */
    static RelyingParty of(PublicAddress address) {
        URI own = URI.create(address.own());
        String scheme = own.getScheme().toLowerCase(Locale.ROOT);
        String host = own.getHost() == null ? "" : own.getHost().toLowerCase(Locale.ROOT);
        String id = LOOPBACK.contains(host) ? LOCALHOST : host;
        boolean trusted = scheme.equals("https") || id.equals(LOCALHOST);
        if (!trusted || id.isEmpty() || id.startsWith("[") || id.matches("[0-9.]+")) {
            throw PlatformException.conflict(
                    "passkeys_unavailable", "Passkeys need an https address with a name; publicUrl of rest has none.");
        }
        int usual = scheme.equals("https") ? HTTPS : HTTP;
        boolean plain = own.getPort() < 0 || own.getPort() == usual;
        return new RelyingParty(id, scheme + "://" + id + (plain ? "" : ":" + own.getPort()));
    }
}
