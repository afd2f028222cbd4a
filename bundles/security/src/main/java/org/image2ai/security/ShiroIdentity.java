package org.image2ai.security;

import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authz.permission.WildcardPermission;
import org.apache.shiro.subject.Subject;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.Identity;

/** A Shiro subject as an identity; a key's scopes cut its account's permissions down. */
final class ShiroIdentity implements Identity {
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
    public boolean permits(String permission) {
        return subject.isPermitted(permission) && inScope(permission);
    }

    private boolean inScope(String permission) {
        Set<String> scopes = caller.key().map(ApiKey::scopes).orElse(Set.of());
        WildcardPermission asked = new WildcardPermission(permission);
        return scopes.isEmpty() || scopes.stream().anyMatch(s -> new WildcardPermission(s).implies(asked));
    }

    @Override
    public void require(String permission) {
        if (!permits(permission)) {
            throw PlatformException.denied("forbidden", "This needs the permission " + permission + ".");
        }
    }
}
