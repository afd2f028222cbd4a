package org.image2ai.identity.oidc;

import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.image2ai.api.PlatformException;

/**
 * The configuration of one provider, checked.
 *
 * @param secret empty for a public client
 * @param extra further parameters of the authorization request
 */
record OidcSettings(
        String id,
        String label,
        Issuer issuer,
        ClientID client,
        Optional<Secret> secret,
        Scope scope,
        Duration deadline,
        Duration clockSkew,
        Map<String, String> extra) {
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    /** Parameters that bind the answer to the attempt, or would replace the whole request: nobody else sets them. */
    private static final Set<String> RESERVED = Set.of(
            "response_type",
            "response_mode",
            "client_id",
            "client_secret",
            "redirect_uri",
            "scope",
            "state",
            "nonce",
            "code_challenge",
            "code_challenge_method",
            "request",
            "request_uri");

    static OidcSettings of(OidcConfig config) {
        String id = config.id().strip();
        require(id.matches("[a-z0-9][a-z0-9-]{0,31}"), "id", "small letters, digits and hyphens, at most 32");
        require(!config.clientId().isBlank(), "clientId", "the client id that the provider gave");
        String label = config.label().strip();
        String secret = config.clientSecret().strip();
        return new OidcSettings(
                id,
                label.isEmpty() ? id : label,
                issuer(config.issuer().strip()),
                new ClientID(config.clientId().strip()),
                secret.isEmpty() ? Optional.empty() : Optional.of(new Secret(secret)),
                scope(config.scopes()),
                seconds("deadlineSeconds", config.deadlineSeconds(), 1, 60),
                seconds("clockSkewSeconds", config.clockSkewSeconds(), 0, 300),
                extra(config.extra()));
    }

    /** Whether an address of the provider is as safe as its issuer: https, or plain http on this machine only. */
    boolean trusts(URI address) {
        return address != null && address.getHost() != null && secure(address, issuerIsLocal());
    }

    private boolean issuerIsLocal() {
        return "http".equals(URI.create(issuer.getValue()).getScheme());
    }

    private static boolean secure(URI address, boolean localAllowed) {
        return "https".equalsIgnoreCase(address.getScheme())
                || localAllowed && "http".equalsIgnoreCase(address.getScheme()) && LOOPBACK.contains(address.getHost());
    }

    private static Issuer issuer(String text) {
        try {
            URI uri = URI.create(text);
            require(
                    uri.getHost() != null
                            && secure(uri, true)
                            && uri.getRawUserInfo() == null
                            && uri.getRawQuery() == null
                            && uri.getRawFragment() == null,
                    "issuer",
                    "an https address without query and fragment (http on this machine only)");
            return new Issuer(text);
        } catch (IllegalArgumentException e) {
            throw wrong("issuer", "an address").causedBy(e);
        }
    }

    private static Scope scope(String text) {
        Scope scope = new Scope(text.strip().split("[\\s,]+"));
        require(scope.contains("openid"), "scopes", "a list with openid in it");
        return scope;
    }

    private static Duration seconds(String key, int count, int least, int most) {
        require(count >= least && count <= most, key, "from " + least + " to " + most);
        return Duration.ofSeconds(count);
    }

    private static Map<String, String> extra(String text) {
        Map<String, String> extra = new TreeMap<>();
        for (String pair : text.isBlank() ? new String[0] : text.split(",")) {
            String[] parts = pair.strip().split("\\s*=\\s*", 2);
            require(parts.length == 2 && !parts[0].isEmpty(), "extra", "name=value, name=value");
            require(!RESERVED.contains(parts[0]), "extra", "without " + parts[0] + ", which the sign-in itself sets");
            extra.put(parts[0], parts[1]);
        }
        return Map.copyOf(extra);
    }

    private static void require(boolean fits, String key, String wanted) {
        if (!fits) {
            throw wrong(key, wanted);
        }
    }

    private static PlatformException wrong(String key, String wanted) {
        return PlatformException.invalid(
                        "invalid_setting", "org.image2ai.identity.oidc: " + key + " must be " + wanted + ".")
                .withField(key);
    }

    @Override
    public String toString() {
        return "OidcSettings[" + id + ", " + issuer + "]";
    }
}
