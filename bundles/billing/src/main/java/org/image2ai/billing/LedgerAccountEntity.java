package org.image2ai.billing;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.NamedQueries;
import javax.persistence.NamedQuery;
import javax.persistence.Table;

/** An account in the ledger. Its row is the lock of all its credits; see {@link AccountLock}. */
@Entity
@Table(name = "bil_account")
@NamedQueries({
    @NamedQuery(
            name = "ledgerAccount.since",
            query = "SELECT a.touched FROM LedgerAccountEntity a WHERE a.account = :account"),
    @NamedQuery(
            name = "ledgerAccount.rename",
            query = "UPDATE LedgerAccountEntity a SET a.account = :other WHERE a.account = :account"),
})
public class LedgerAccountEntity {
    @Id
    @Column(name = "account_id")
    private String account;

    @Column(name = "plan_month")
    private String planMonth;

    @Column(name = "posted")
    private long posted;

    @Column(name = "touched_at", updatable = false)
    private long touched;

    protected LedgerAccountEntity() {}

    String account() {
        return account;
    }

    /** The month ({@code 2026-11}) that the plan was last given for; empty before the first. */
    String planMonth() {
        return planMonth;
    }

    void planGivenFor(String month) {
        planMonth = month;
    }

    /** The number of the next posting. */
    long nextNumber() {
        return ++posted;
    }
}
