package org.image2ai.egress;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import org.image2ai.api.PlatformException;

/**
 * Where a request goes.
 *
 * @param scheme {@code http} or {@code https}
 * @param host in lower case, without brackets or a final dot
 * @param port its own, or the scheme's
 */
record Target(String scheme, String host, int port) {
    private static final Set<String> SCHEMES = Set.of("http", "https");

    /** @throws PlatformException INVALID {@code invalid_url} when the address is not of that form */
    static Target of(URI uri) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!SCHEMES.contains(scheme)) {
            throw invalid("An address begins with http:// or https://.");
        }
        if (uri.getRawUserInfo() != null) {
            throw invalid("An address holds no user or password.");
        }
        if (uri.getHost() == null || uri.getHost().isEmpty()) {
            throw invalid("An address names a host.");
        }
        int port = uri.getPort();
        if (port == 0 || port > 65_535) {
            throw invalid("A port is 1 to 65535.");
        }
        int standard = scheme.equals("https") ? 443 : 80;
        return new Target(scheme, plain(uri.getHost()), port < 0 ? standard : port);
    }

    /** A host as it is compared. */
    static String plain(String host) {
        String lower = host.toLowerCase(Locale.ROOT);
        if (lower.startsWith("[")) {
            return lower.substring(1, lower.indexOf(']'));
        }
        return lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
    }

    boolean secure() {
        return scheme.equals("https");
    }

    private static PlatformException invalid(String message) {
        return PlatformException.invalid("invalid_url", message).withField("url");
    }
}
