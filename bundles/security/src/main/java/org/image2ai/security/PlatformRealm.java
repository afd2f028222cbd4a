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
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.security.ApiKey;
import org.image2ai.api.security.Roles;
import org.image2ai.kit.net.Network;

/**
 * The accounts, keys and sessions of the platform as a Shiro realm. It looks credentials up itself, by hash, so nothing
 * is left for a matcher to compare. Nothing is cached: a revoked key ends at once.
 */
final class PlatformRealm extends AuthorizingRealm {
    static final String ADMIN = "admin";

    private final Accounts accounts;
    private final Credentialed known;
    private final Roles roles;
    private final boolean requireTotpForAdmins;

    /** All by which somebody may be known. */
    record Credentialed(ApiKeyService keys, SessionService sessions, SignIn signIn, TotpService totp) {}

    PlatformRealm(Accounts accounts, Credentialed known, Roles roles, boolean requireTotpForAdmins) {
        super(new AllowAllCredentialsMatcher());
        this.accounts = accounts;
        this.known = known;
        this.roles = roles;
        this.requireTotpForAdmins = requireTotpForAdmins;
        setName("image2ai");
        setCachingEnabled(false);
    }

    @Override
    public boolean supports(AuthenticationToken token) {
        return token instanceof KeyToken || token instanceof SessionToken || token instanceof UsernamePasswordToken;
    }

    @Override
    protected AuthenticationInfo doGetAuthenticationInfo(AuthenticationToken token) {
        try {
            return new SimpleAuthenticationInfo(caller(token), "", getName());
        } catch (PlatformException e) {
            // Shiro warns in the log of whatever else a realm throws.
            throw new AuthenticationException(e);
        }
    }

    private Caller caller(AuthenticationToken token) {
        if (token instanceof KeyToken key) {
            return byKey(key);
        }
        return token instanceof SessionToken session ? bySession(session) : byPassword((UsernamePasswordToken) token);
    }

    private Caller byKey(KeyToken token) {
        ApiKey key = known.keys()
                .authenticate(token.secret(), token.at())
                .orElseThrow(() -> new AuthenticationException("no such key"));
        Account account = active(key.account());
        Set<String> networks = key.limits().allowedNetworks();
        if (!networks.isEmpty()
                && networks.stream().map(Network::parse).noneMatch(n -> n.contains(token.remoteAddress()))) {
            throw PlatformException.denied("network_not_allowed", "This key may not be used from this network.");
        }
        return Caller.by(account, key);
    }

    private Account active(AccountId id) {
        return accounts.find(id)
                .filter(account -> account.state() == Account.State.ACTIVE)
                .orElseThrow(() -> new AuthenticationException("no such account, or not active"));
    }

    private Caller bySession(SessionToken token) {
        Session session = known.sessions()
                .authenticate(token.secret())
                .orElseThrow(() -> new AuthenticationException("no such session"));
        Account account = active(session.account());
        boolean waiting = !session.secondFactor()
                && (requireTotpForAdmins && account.roles().contains(ADMIN)
                        || known.totp().enabled(account.id()));
        return Caller.by(account, session, waiting);
    }

    /** A password alone is no way round a second factor, so admins and those who have one need a session or a key. */
    private Caller byPassword(UsernamePasswordToken token) {
        Account account = known.signIn()
                .check(new SignIn.Attempt(token.getUsername(), token.getPassword(), Optional.empty(), token.getHost()))
                .account();
        if (account.roles().contains(ADMIN)) {
            throw new AuthenticationException("an admin needs a session or a key");
        }
        return Caller.byPassword(account);
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
