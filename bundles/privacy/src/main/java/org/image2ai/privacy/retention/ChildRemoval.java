package org.image2ai.privacy.retention;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.account.AgeMemory;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** Removes the account of a child that is found later, with all that it made; its address is refused like at the gate. */
@Component(service = ChildRemoval.class)
public final class ChildRemoval {
    private final Accounts accounts;
    private final ErasureOrders orders;
    private final AgeMemory memory;
    private final AuditTrail audit;

    @Activate
    public ChildRemoval(
            @Reference Accounts accounts,
            @Reference AgeMemory memory,
            @Reference ErasureOrders orders,
            @Reference AuditTrail audit) {
        this.accounts = accounts;
        this.memory = memory;
        this.orders = orders;
        this.audit = audit;
    }

    /**
     * Begins the removal.
     *
     * @param account an account id, or an address
     * @return the id of the request that proves the erasure
     */
    String remove(String account, String actor) {
        Optional<Account> found =
                account.contains("@") ? accounts.findByEmail(account) : accounts.find(new AccountId(account));
        Account child = found.orElseThrow(() -> PlatformException.notFound("account", "with this id or address"));
        audit.record(new AuditEntry(
                Instant.now(), actor, "admin:privacy:child", child.id().value(), Map.of()));
        memory.refuse(child.email());
        return orders.erase(child.id(), "child", actor);
    }
}
