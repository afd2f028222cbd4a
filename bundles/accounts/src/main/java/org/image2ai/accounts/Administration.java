package org.image2ai.accounts;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.security.Identity;
import org.image2ai.api.security.Sessions;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What admins decide of accounts, each with its entry in the audit trail. */
@Component(service = Administration.class)
public final class Administration {
    static final String SET_ROLES = "admin:account:roles";
    static final String SET_STATE = "admin:account:state";
    private static final String ADMIN = "admin";

    private final AccountService accounts;
    private final Sessions sessions;
    private final Transactions transactions;
    private final Acts acts;

    @Activate
    public Administration(
            @Reference AccountService accounts,
            @Reference Sessions sessions,
            @Reference Transactions transactions,
            @Reference Acts acts) {
        this.accounts = accounts;
        this.sessions = sessions;
        this.transactions = transactions;
        this.acts = acts;
    }

    /** Does something and writes it down, both or neither. */
    <T> T recorded(Identity actor, String action, String target, Supplier<T> work) {
        return transactions.required(() -> {
            T result = work.get();
            acts.record(actor, action, target, Map.of());
            return result;
        });
    }

    /** Gives an account other roles. @throws PlatformException CONFLICT {@code last_admin} */
    Account setRoles(Identity actor, AccountId id, Set<String> roles) {
        if (roles.isEmpty()) {
            throw PlatformException.invalid("invalid_roles", "An account has at least one role.")
                    .withField("roles");
        }
        return transactions.required(() -> {
            Account before = existing(id);
            accounts.setRoles(id, roles);
            requireAdmin();
            String now = String.join(" ", new TreeSet<>(roles));
            acts.record(
                    actor,
                    SET_ROLES,
                    id.value(),
                    Map.of("before", String.join(" ", new TreeSet<>(before.roles())), "after", now));
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
            acts.record(
                    actor,
                    SET_STATE,
                    id.value(),
                    Map.of("before", before.state().name(), "after", state.name()));
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
}
