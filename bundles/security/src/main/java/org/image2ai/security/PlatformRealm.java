package org.image2ai.security;

import java.util.Optional;
import java.util.Set;
import org.apache.shiro.authc.AuthenticationException;
import org.apache.shiro.authc.AuthenticationInfo;
import org.apache.shiro.authc.AuthenticationToken;
import org.apache.shiro.authc.SimpleAuthenticationInfo;
import org.apache.shiro.authc.UsernamePasswordToken;
import org.apache.shiro.authc.credential.AllowAllCredentialsMatcher;
import org.apache.shiro.authz.AuthorizationInfo;
import org.apache.shiro.authz.SimpleAuthorizationInfo;
import org.apache.shiro.realm.AuthorizingRealm;
import org.apache.shiro.subject.PrincipalCollection;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.Roles;

/**
 * The accounts and keys of the platform as a Shiro realm. It looks credentials up itself, by hash, so nothing is left
 * for a matcher to compare. Nothing is cached: a revoked key ends at once.
 */
final class PlatformRealm extends AuthorizingRealm {
    private final Accounts accounts;
    private final ApiKeyService keys;
    private final Roles roles;

    PlatformRealm(Accounts accounts, ApiKeyService keys, Roles roles) {
        super(new AllowAllCredentialsMatcher());
        this.accounts = accounts;
        this.keys = keys;
        this.roles = roles;
        setName("image2ai");
        setCachingEnabled(false);
    }

    @Override
    public boolean supports(AuthenticationToken token) {
        return token instanceof KeyToken || token instanceof UsernamePasswordToken;
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        Caller caller = token instanceof KeyToken key ? byKey(key) : byPassword((UsernamePasswordToken) token);
        if (caller.account().state() != Account.State.ACTIVE) {
            throw new AuthenticationException("the account is not active");
        }
        return new SimpleAuthenticationInfo(caller, "", getName());
    }

    private Caller byKey(KeyToken token) {
        ApiKey key = keys.authenticate(token.secret(), token.at())
                .orElseThrow(() -> new AuthenticationException("no such key"));
        Account account =
                accounts.find(key.account()).orElseThrow(() -> new AuthenticationException("no such account"));
        return new Caller(account, Optional.of(key));
    }

    private Caller byPassword(UsernamePasswordToken token) {
        return accounts.authenticate(token.getUsername(), token.getPassword())
                .map(account -> new Caller(account, Optional.empty()))
                .orElseThrow(() -> new AuthenticationException("no such address and password"));
    }

    @Override
    protected AuthorizationInfo doGetAuthorizationInfo(PrincipalCollection principals) {
        Caller caller = (Caller) principals.getPrimaryPrincipal();
        SimpleAuthorizationInfo info =
                new SimpleAuthorizationInfo(caller.account().roles());
        caller.account().roles().stream()
                .flatMap(role -> roles.roles().getOrDefault(role, Set.of()).stream())
                .forEach(info::addStringPermission);
        return info;
    }
}
