package org.image2ai.security;

import org.apache.shiro.authc.AuthenticationToken;

/** The secret of a session as a credential of Shiro. */
record SessionToken(String secret) implements AuthenticationToken {
    @Override
    public Object getPrincipal() {
        return "session";
    }

    @Override
    public Object getCredentials() {
        return secret;
    }

    @Override
    public String toString() {
        return "SessionToken";
    }
}
