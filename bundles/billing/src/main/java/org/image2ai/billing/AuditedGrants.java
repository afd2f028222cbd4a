package org.image2ai.billing;

import java.time.Instant;
import java.util.Map;
import org.image2ai.api.AccountId;
import org.image2ai.api.audit.AuditEntry;
import org.image2ai.api.audit.AuditTrail;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.api.billing.Credits;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Grants by administrators: posted and written down in one transaction. The ledger itself needs no audit trail, so
 * jobs are paid for also while that is being replaced; the doors of administrators do, and are closed without it.
 */
@Component(service = AuditedGrants.class)
public final class AuditedGrants {
    private final Credits credits;
    private final AuditTrail audit;
    private final Transactions transactions;

    @Activate
    public AuditedGrants(
            @Reference Credits credits, @Reference AuditTrail audit, @Reference Transactions transactions) {
        this.credits = credits;
        this.audit = audit;
        this.transactions = transactions;
    }

    /** As {@link Credits#grant}; a grant that is repeated under its reference is written down again, and not posted. */
    CreditBalance grant(AccountId account, long amount, String reason, String actor, String reference) {
        return transactions.required(() -> {
            CreditBalance balance = credits.grant(account, amount, reason, actor, reference);
            Map<String, String> details = Map.of("credits", Long.toString(amount), "reference", reference);
            audit.record(new AuditEntry(Instant.now(), actor, "admin:credit:grant", account.value(), details));
            return balance;
        });
    }
}
