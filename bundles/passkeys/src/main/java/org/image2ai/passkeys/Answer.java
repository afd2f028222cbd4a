package org.image2ai.passkeys;

import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.image2ai.api.PlatformException;

/**
 * What a device answered, as a browser writes it: RegistrationResponseJSON and AuthenticationResponseJSON of <a
 * href="https://www.w3.org/TR/webauthn-3/#sctn-parseCreationOptionsFromJSON">WebAuthn</a>. Browsers add fields as they
 * like; only what is asked for is read, and what is not as it must be is refused like all else.
 */
record Answer(Map<String, Object> json) {
    static final String REFUSED = "passkey_refused";

    /** Those that the standard names; others tell a browser nothing. */
    private static final Set<String> TRANSPORTS = Set.of("usb", "nfc", "ble", "smart-card", "hybrid", "internal");

    /** The id of the credential in base64url. */
    String id() {
        return text(json, "id");
    }

    byte[] rawId() {
        if (!"public-key".equals(json.get("type")) || !id().equals(json.get("rawId"))) {
            throw refused();
        }
        return decoded(id());
    }

    /** A field of the authenticator's response. */
    byte[] response(String field) {
        return decoded(text(response(), field));
    }

    List<String> transports() {
        return response().get("transports") instanceof List<?> given
                ? TRANSPORTS.stream().filter(given::contains).sorted().toList()
                : List.of();
    }

    private Map<?, ?> response() {
        if (json.get("response") instanceof Map<?, ?> response) {
            return response;
        }
        throw refused();
    }

    private static String text(Map<?, ?> from, String field) {
        if (from.get(field) instanceof String text) {
            return text;
        }
        throw refused();
    }

    private static byte[] decoded(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException e) {
            throw refused().causedBy(e);
        }
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** One error for all that is not good, so that nobody learns which part was wrong or who has a passkey. */
    static PlatformException refused() {
        return PlatformException.denied(REFUSED, "The passkey was not accepted.");
    }

    @Override
    public String toString() {
        return "Answer";
    }
}
