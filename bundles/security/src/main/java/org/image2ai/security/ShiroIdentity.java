package org.image2ai.security;

import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.apache.shiro.subject.Subject;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.SessionId;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.Identity;

/** A Shiro subject as an identity; a key's scopes cut its account's permissions down, so does a factor not shown. */
final class ShiroIdentity implements Identity {
    private static final Set<String> WHILE_WAITING = Set.of("account:read", "session:*", "two-factor:*");

    private final Subject subject;
    private final Caller caller;

    ShiroIdentity(Subject subject) {
        this.subject = subject;
        this.caller = (Caller) subject.getPrincipal();
    }

    @Override
    public AccountId account() {
        return caller.account().id();
    }

    @Override
    public Optional<ApiKeyId> apiKey() {
        return caller.key().map(ApiKey::id);
    }

    @Override
    public Optional<SessionId> session() {
        return caller.session().map(Session::id);
    }

    @Override
    public boolean permits(String permission) {
        return subject.isPermitted(permission) && inScope(permission) && !waitsFor(permission);
    }

    private boolean inScope(String permission) {
        Set<String> scopes = caller.key().map(ApiKey::scopes).orElse(Set.of());
        return scopes.isEmpty() || implies(scopes, permission);
    }

    private boolean waitsFor(String permission) {
        return caller.waiting() && !implies(WHILE_WAITING, permission);
    }

    /** Whether some permissions hold another, each of which may have wildcards. */
    static boolean implies(Set<String> permissions, String permission) {
        WildcardPermission asked = new WildcardPermission(permission);
        return permissions.stream().anyMatch(p -> new WildcardPermission(p).implies(asked));
    }

    @Override
    public void require(String permission) {
        if (permits(permission)) {
            return;
        }
        if (waitsFor(permission)) {
            throw PlatformException.denied("second_factor_required", "Set up or show a second factor first.");
        }
        throw PlatformException.denied("forbidden", "This needs the permission " + permission + ".");
    }
}
