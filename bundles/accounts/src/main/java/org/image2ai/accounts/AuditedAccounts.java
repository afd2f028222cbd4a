package org.image2ai.accounts;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.NewAccount;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.security.ApiKeys;
import org.image2ai.api.security.IssuedApiKey;
import org.image2ai.api.security.NewApiKey;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** What administrators do to accounts and keys: done and written down in one transaction. */
@Component(service = AuditedAccounts.class)
public final class AuditedAccounts {
    private final Accounts accounts;
    private final ApiKeys keys;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Activate
    public AuditedAccounts(
            @Reference Accounts accounts,
            @Reference ApiKeys keys,
            @Reference AuditTrail audit,
            @Reference Transactions transactions) {
        this.accounts = accounts;
        this.keys = keys;
        this.audit = audit;
        this.transactions = transactions;
    }

    Account create(String actor, NewAccount request, Optional<String> password) {
        return transactions.required(() -> {
            Account account = accounts.create(request);
            password.ifPresent(p -> accounts.setPassword(account.id(), p.toCharArray()));
            String roles = String.join(" ", account.roles().stream().sorted().toList());
            record(actor, "admin:account:create", account.id(), Map.of("roles", roles));
            return account;
        });
    }

    IssuedApiKey createKey(String actor, NewApiKey request) {
        return transactions.required(() -> {
            IssuedApiKey issued = keys.create(request);
            record(
                    actor,
                    "admin:api-key:create",
                    request.account(),
                    Map.of("key", issued.key().id().value()));
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

    private void record(String actor, String action, AccountId target, Map<String, String> details) {
        audit.record(new AuditEntry(Instant.now(), actor, action, target.value(), details));
    }
}
