package org.image2ai.api.billing;

import java.math.BigDecimal;
import org.image2ai.api.AccountId;
import org.image2ai.api.HoldId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The credit ledger. Every method joins the caller's transaction, so that a job and its money change together, or
 * makes its own. available = balance − held, and never below zero, under any concurrency.
 */
@ProviderType
public interface Credits {
    /** What an account has now. An account that is new to the ledger gets its plan's credits first. */
    CreditBalance balance(AccountId account);

    /**
     * Holds credits for a piece of work. The amount is rounded up to a whole credit, once, here. The same reference
     * gives the same hold again.
     *
     * @param account who pays
     * @param amount exact price; zero makes a hold of nothing
     * @param reference the work: a job's id
     * @throws org.image2ai.api.PlatformException EXHAUSTED {@code insufficient_credits}, naming what is needed and
     *     what is available
     */
    HoldId hold(AccountId account, BigDecimal amount, String reference);

    /**
     * Ends a hold: that much is spent, the rest is free again. Settling an ended hold with the same amount does
     * nothing.
     *
     * @param hold which
     * @param amount exact price of what was delivered, rounded up; at most what is held
     * @return whole credits spent
     * @throws org.image2ai.api.PlatformException CONFLICT {@code hold_ended} when it ended otherwise
     */
    long settle(HoldId hold, BigDecimal amount);

    /** Ends a hold: all of it is free again. Releasing a released hold does nothing. */
    void release(HoldId hold);

    /**
     * Grants credits, or takes some back as a correction.
     *
     * @param account who gets them
     * @param credits more than zero, or less for a correction, which cannot go below zero available
     * @param reason for the record; not personal
     * @param actor who did it: an account id, or {@code shell:name}
     * @param reference the act: the same again, with the same credits, changes nothing
     * @throws org.image2ai.api.PlatformException CONFLICT {@code correction_too_large}, {@code idempotency_key_reused}
     */
    CreditBalance grant(AccountId account, long credits, String reason, String actor, String reference);

    /** The ledger of an account, newest first. */
    Page<CreditEntry> entries(AccountId account, PageRequest page);
}
