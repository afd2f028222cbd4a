package org.image2ai.api.security;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What a request shows to say who sent it.
 *
 * @param authorization its {@code Authorization} header
 * @param cookies its cookies by name
 * @param csrfToken its {@code X-CSRF-Token} header
 * @param method its HTTP method: a cookie alone does not change anything
 * @param remoteAddress where it came from
 */
public record Credentials(
        Optional<String> authorization,
        Map<String, String> cookies,
        Optional<String> csrfToken,
        String method,
        String remoteAddress) {
    public Credentials {
        Objects.requireNonNull(authorization, "authorization");
        cookies = Map.copyOf(cookies);
        Objects.requireNonNull(csrfToken, "csrfToken");
        Objects.requireNonNull(method, "method");
        Objects.requireNonNull(remoteAddress, "remoteAddress");
    }

    @Override
    public String toString() {
        return "Credentials[" + method + "]";
    }
}
