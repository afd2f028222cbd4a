package org.image2ai.identity.oidc;

import com.nimbusds.oauth2.sdk.AuthorizationCode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.image2ai.api.PlatformException;
import org.image2ai.api.identity.SignInAttempt;

/** The parameters with which the browser came back. Anybody can write them: none is believed before the state fits. */
final class Callback {
    private static final int LONGEST_CODE = 8192;

    private final OidcSettings settings;
    private final Map<String, String> parameters;

    Callback(OidcSettings settings, Map<String, String> parameters) {
        this.settings = settings;
        this.parameters = parameters;
    }

    /** The code, if all fits that can be told without asking the provider. */
    AuthorizationCode code(SignInAttempt attempt) {
        if (!same(attempt.state(), parameters.getOrDefault("state", ""))) {
            throw refused("it is not the sign-in that was begun here");
        }
        // RFC 9207: a code of another provider must not be redeemed at this one.
        if (!settings.issuer()
                .getValue()
                .equals(parameters.getOrDefault("iss", settings.issuer().getValue()))) {
            throw refused("the answer comes from another issuer");
        }
        if (parameters.containsKey("error")) {
            throw refused(
                    "access_denied".equals(parameters.get("error"))
                            ? "it was declined there"
                            : "the provider answered with an error");
        }
        String code = parameters.getOrDefault("code", "");
        if (code.isBlank() || code.length() > LONGEST_CODE) {
            throw refused("the answer has no usable code");
        }
        return new AuthorizationCode(code);
    }

    /** A provider that promises to name its issuer in every answer is held to it. */
    void requireIssuer(Exchange exchange) {
        if (exchange.metadata().supportsAuthorizationResponseIssuerParam() && !parameters.containsKey("iss")) {
            throw refused("the answer does not name its issuer");
        }
    }

    private static boolean same(String expected, String given) {
        return MessageDigest.isEqual(expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }

    private PlatformException refused(String why) {
        return Outcomes.refused(settings, why);
    }
}
