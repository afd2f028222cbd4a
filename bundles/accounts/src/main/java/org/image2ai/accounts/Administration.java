package org.image2ai.accounts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.security.ApiKeys;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.IssuedApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.api.security.Sessions;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What admins do to accounts and keys: done and written down in one transaction, both or neither. */
@Component(service = Administration.class)
public final class Administration {
    static final String SET_ROLES = "admin:account:roles";
    static final String SET_STATE = "admin:account:state";
    private static final String ADMIN = "admin";

    private final AccountService accounts;
    private final ApiKeys keys;
    private final Sessions sessions;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Activate
    public Administration(
            @Reference AccountService accounts,
            @Reference ApiKeys keys,
            @Reference Sessions sessions,
            @Reference AuditTrail audit,
            @Reference Transactions transactions) {
        this.accounts = accounts;
        this.keys = keys;
        this.sessions = sessions;
        this.audit = audit;
        this.transactions = transactions;
    }

    Account create(String actor, NewAccount request, Optional<String> password) {
        return transactions.required(() -> {
            Account account = accounts.create(request);
            password.ifPresent(p -> accounts.setPassword(account.id(), p.toCharArray()));
            record(actor, "admin:account:create", account.id(), Map.of("roles", sorted(account.roles())));
            return account;
        });
    }

    IssuedApiKey createKey(String actor, NewApiKey request) {
        return transactions.required(() -> {
            IssuedApiKey issued = keys.create(request);
            String key = issued.key().id().value();
            record(actor, "admin:api-key:create", request.account(), Map.of("key", key));
            return issued;
        });
    }

    void revokeKey(String actor, AccountId account, ApiKeyId key) {
        transactions.required(() -> {
            keys.revoke(account, key);
            record(actor, "admin:api-key:delete", account, Map.of("key", key.value()));
            return account;
        });
    }

    /** Sets a password and ends all sessions. */
    void setPassword(String actor, AccountId id, char[] password) {
        transactions.required(() -> {
            accounts.setPassword(id, password);
            sessions.end(id, Optional.empty());
            record(actor, "admin:account:password", id, Map.of());
            return id;
        });
    }

    /** Gives an account other roles. @throws PlatformException CONFLICT {@code last_admin} */
    Account setRoles(String actor, AccountId id, Set<String> roles) {
        if (roles.isEmpty()) {
            throw PlatformException.invalid("invalid_roles", "An account has at least one role.")
                    .withField("roles");
        }
        return transactions.required(() -> {
            Account before = existing(id);
            accounts.setRoles(id, roles);
            requireAdmin();
            record(actor, SET_ROLES, id, Map.of("before", sorted(before.roles()), "after", sorted(roles)));
            return existing(id);
        });
    }

    /** Stops an account or lets it go on. @throws PlatformException CONFLICT {@code last_admin} */
    Account setState(Identity actor, AccountId id, Account.State state) {
        return transactions.required(() -> {
            Account before = existing(id);
            if (!before.roles().equals(Set.of("user"))) {
                // Else a moderator could stop those who could stop them.
                actor.require(SET_ROLES);
            }
            accounts.change(id, entity -> entity.setState(state));
            requireAdmin();
            if (state == Account.State.SUSPENDED) {
                sessions.end(id, Optional.empty());
            }
            Map<String, String> details = Map.of("before", before.state().name(), "after", state.name());
            record(actor.account().value(), SET_STATE, id, details);
            return existing(id);
        });
    }

    private Account existing(AccountId id) {
        return accounts.find(id).orElseThrow(() -> PlatformException.notFound("account", id.value()));
    }

    private void requireAdmin() {
        if (!accounts.anyWithRole(ADMIN)) {
            throw PlatformException.conflict("last_admin", "This is the last admin.");
        }
    }

    private void record(String actor, String action, AccountId target, Map<String, String> details) {
        audit.record(new AuditEntry(Instant.now(), actor, action, target.value(), details));
    }

    private static String sorted(Set<String> roles) {
        return String.join(" ", new TreeSet<>(roles));
    }
}
