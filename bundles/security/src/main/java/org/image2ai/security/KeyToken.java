package org.image2ai.security;

import java.time.Instant;
import org.apache.shiro.authc.AuthenticationToken;

/** An API key as a credential of Shiro, and from where it was sent. */
record KeyToken(String secret, Instant at, String remoteAddress) implements AuthenticationToken {
    @Override
    public Object getPrincipal() {
        return ApiKeySecrets.hint(secret);
    }

    @Override
    public Object getCredentials() {
        return secret;
    }

    @Override
    public String toString() {
        return "KeyToken";
    }
}
