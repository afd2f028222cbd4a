package org.image2ai.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.mgt.DefaultSecurityManager;
import org.apache.shiro.mgt.DefaultSessionStorageEvaluator;
import org.apache.shiro.mgt.DefaultSubjectDAO;
import org.apache.shiro.subject.Subject;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.security.Authenticator;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Roles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/** Reads {@code Authorization: Bearer i2a_…} and {@code Basic address:password}, and asks Shiro. */
@Component
public final class ShiroAuthenticator implements Authenticator {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";

    private final DefaultSecurityManager manager;

    @Activate
    public ShiroAuthenticator(@Reference Accounts accounts, @Reference ApiKeyService keys, @Reference Roles roles) {
        manager = new DefaultSecurityManager(new PlatformRealm(accounts, keys, roles));
        DefaultSessionStorageEvaluator noSessions = new DefaultSessionStorageEvaluator();
        noSessions.setSessionStorageEnabled(false);
        ((DefaultSubjectDAO) manager.getSubjectDAO()).setSessionStorageEvaluator(noSessions);
    }

    @Deactivate
    void close() {
        manager.destroy();
    }

    @Override
    public Optional<Identity> authenticate(Optional<String> authorization, String remoteAddress) {
        return authorization.map(header -> login(token(header.strip())));
    }

    private Identity login(AuthenticationToken token) {
        Subject subject =
                new Subject.Builder(manager).sessionCreationEnabled(false).buildSubject();
        try {
            subject.login(token);
        } catch (AuthenticationException e) {
            for (Throwable t = e; t != null; t = t.getCause()) {
                if (t instanceof PlatformException busy) {
                    throw busy;
                }
            }
            throw refused();
        }
        return new ShiroIdentity(subject);
    }

    private static AuthenticationToken token(String header) {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new KeyToken(checked(header.substring(BEARER.length()).strip()), Instant.now());
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(header.substring(BASIC.length()).strip());
        }
        throw refused();
    }

    private static String checked(String secret) {
        if (!ApiKeySecrets.isWellFormed(secret)) {
            throw refused();
        }
        return secret;
    }

    private static AuthenticationToken basic(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                return new UsernamePasswordToken(
                        pair.substring(0, colon), pair.substring(colon + 1).toCharArray());
            }
        } catch (IllegalArgumentException e) {
            throw refused();
        }
        throw refused();
    }

    /** One message for all that is not good, so that nobody learns which part was wrong. */
    private static PlatformException refused() {
        return PlatformException.unauthenticated("The credentials are not good.");
    }
}
