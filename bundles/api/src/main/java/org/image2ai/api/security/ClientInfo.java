package org.image2ai.api.security;

import java.util.Objects;

/**
 * From where and with what a request was sent. Resource methods get it as a {@code @Context} parameter.
 *
 * @param remoteAddress the address that it came from
 * @param userAgent what it says it is; empty where it does not say
 * @param secure whether it came by TLS
 */
public record ClientInfo(String remoteAddress, String userAgent, boolean secure) {
    public ClientInfo {
        Objects.requireNonNull(remoteAddress, "remoteAddress");
        Objects.requireNonNull(userAgent, "userAgent");
    }
}
