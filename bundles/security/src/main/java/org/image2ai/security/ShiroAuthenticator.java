package org.image2ai.security;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Set;
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
import org.image2ai.api.security.Credentials;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Roles;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;

/**
 * Reads {@code Authorization: Bearer i2a_…} and {@code Basic address:password}, else the cookie of a session, and asks
 * Shiro. A browser sends cookies by itself, also from foreign pages, so a cookie changes nothing without the token.
 */
@Component(configurationPid = "org.image2ai.security")
public final class ShiroAuthenticator implements Authenticator {
    private static final String BEARER = "bearer ";
    private static final String BASIC = "basic ";
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");

    private final DefaultSecurityManager manager;

    @Activate
    public ShiroAuthenticator(
            SecurityConfig config,
            @Reference Accounts accounts,
            @Reference ApiKeyService keys,
            @Reference SessionService sessions,
            @Reference SignIn signIn,
            @Reference TotpService totp,
            @Reference Roles roles) {
        PlatformRealm.Credentialed known = new PlatformRealm.Credentialed(keys, sessions, signIn, totp);
        manager = new DefaultSecurityManager(new PlatformRealm(accounts, known, roles, config.requireTotpForAdmins()));
        DefaultSessionStorageEvaluator noSessions = new DefaultSessionStorageEvaluator();
        noSessions.setSessionStorageEnabled(false);
        ((DefaultSubjectDAO) manager.getSubjectDAO()).setSessionStorageEvaluator(noSessions);
    }

    @Deactivate
    void close() {
        manager.destroy();
    }

    @Override
    public Optional<Identity> authenticate(Credentials credentials) {
        if (credentials.authorization().isPresent()) {
            String header = credentials.authorization().get().strip();
            return Optional.of(new ShiroIdentity(login(token(header, credentials.remoteAddress()))));
        }
        return Optional.ofNullable(credentials.cookies().get(SessionCookies.SESSION))
                .filter(secret -> !secret.isEmpty())
                .map(secret -> bySession(secret, credentials));
    }

    private Identity bySession(String secret, Credentials credentials) {
        Subject subject = login(new SessionToken(secret));
        Session session = ((Caller) subject.getPrincipal()).session().orElseThrow();
        boolean forged = !credentials.csrfToken().map(session::isCsrfToken).orElse(false);
        if (forged && !SAFE_METHODS.contains(credentials.method())) {
            throw PlatformException.denied(
                    "csrf_token_invalid", "Send the token of the session as X-CSRF-Token; the cookie i2a_csrf has it.");
        }
        return new ShiroIdentity(subject);
    }

    private Subject login(AuthenticationToken token) {
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
            // Shiro wraps whatever fails, also a database that is away: that says nothing of who calls.
            if (e.getCause() instanceof RuntimeException failure && !(failure instanceof AuthenticationException)) {
                throw failure;
            }
            throw SignIn.refused();
        }
        return subject;
    }

    private static AuthenticationToken token(String header, String remoteAddress) {
        if (header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return new KeyToken(checked(header.substring(BEARER.length()).strip()), Instant.now(), remoteAddress);
        }
        if (header.regionMatches(true, 0, BASIC, 0, BASIC.length())) {
            return basic(header.substring(BASIC.length()).strip(), remoteAddress);
        }
        throw SignIn.refused();
    }

    private static String checked(String secret) {
        if (!ApiKeySecrets.isWellFormed(secret)) {
            throw SignIn.refused();
        }
        return secret;
    }

    private static AuthenticationToken basic(String encoded, String remoteAddress) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            int colon = pair.indexOf(':');
            if (colon > 0) {
                return new UsernamePasswordToken(
                        pair.substring(0, colon), pair.substring(colon + 1).toCharArray(), remoteAddress);
            }
        } catch (IllegalArgumentException e) {
            throw SignIn.refused();
        }
        throw SignIn.refused();
    }
}
