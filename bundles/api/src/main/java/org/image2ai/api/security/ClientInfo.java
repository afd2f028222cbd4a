package org.image2ai.api.security;

import java.util.Map;
import java.util.Objects;

/**
 * From where and with what a request was sent. Resource methods get it as a {@code @Context} parameter.
 *
 * @param remoteAddress the address that it came from
 * @param userAgent what it says it is; empty where it does not say
 * @param secure whether it came by TLS
 * @param cookies its cookies by name
 */
public record ClientInfo(String remoteAddress, String userAgent, boolean secure, Map<String, String> cookies) {
    public ClientInfo {
        Objects.requireNonNull(remoteAddress, "remoteAddress");
        Objects.requireNonNull(userAgent, "userAgent");
        cookies = Map.copyOf(cookies);
    }

    @Override
    public String toString() {
        return "ClientInfo[" + remoteAddress + "]";
    }
}
