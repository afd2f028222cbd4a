package org.image2ai.models;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import org.image2ai.api.Money;
import org.image2ai.api.model.ProviderAccount;

/** How an account stands with its vendor, whatever the model: known there, not used up, within its budget. */
final class Standing {
    private final Optional<BigDecimal> budget;
    private final String key;
    private final Spending spending;
    private final Ticker ticker;
    private BigDecimal underWay = BigDecimal.ZERO;
    private volatile boolean refused;
    private volatile boolean usedUp;
    private volatile long usedUpUntil;

    Standing(ProviderAccount account, Spending spending, Ticker ticker) {
        this.budget = account.dailyBudget();
        this.key = account.pid().isEmpty() ? account.id() : account.pid();
        this.spending = spending;
        this.ticker = ticker;
    }

    /** The vendor does not know the account: nothing helps but another configuration, which is another account here. */
    void refused() {
        refused = true;
    }

    void usedUp(Duration pause) {
        usedUpUntil = ticker.nanos() + pause.toNanos();
        usedUp = true;
    }

    private boolean isUsedUp() {
        return usedUp && usedUpUntil - ticker.nanos() > 0;
    }

    /** Whether a call that costs so much may go out. */
    boolean allows(Prices.Priced price) {
        return !refused && !isUsedUp() && (budget.isEmpty() || fits(price.cost().amount()));
    }

    private synchronized boolean fits(BigDecimal more) {
        BigDecimal all = spending.today(key).add(underWay).add(more);
        return all.compareTo(budget.orElseThrow()) <= 0;
    }

    /** Sets aside what a call will cost. @return whether there was so much */
    synchronized boolean begin(Prices.Priced price) {
        if (!allows(price)) {
            return false;
        }
        underWay = underWay.add(price.cost().amount());
        return true;
    }

    /** Ends a call. @param cost what it cost in truth */
    synchronized void end(Money estimate, BigDecimal cost) {
        underWay = underWay.subtract(estimate.amount());
        if (budget.isPresent() && cost.signum() > 0) {
            spending.add(key, cost);
        }
    }

    /** Why the account gets no work; empty when it may. */
    String note() {
        if (refused) {
            return "the vendor does not accept its credentials (vendor_auth): change its configuration";
        }
        if (isUsedUp()) {
            return "its quota at the vendor is used up (vendor_quota)";
        }
        return budget.filter(most -> spending.today(key).compareTo(most) >= 0)
                .map(most -> "its daily budget of " + most.toPlainString() + " is spent")
                .orElse("");
    }
}
