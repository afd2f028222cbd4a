package org.image2ai.accounts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.kit.Micros;
import org.image2ai.kit.jpa.Store;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, every hour, accounts that were never verified and links, refusals and sign-ins whose time is over. */
@Component(service = AccountSweeper.class, immediate = true, configurationPid = "org.image2ai.accounts")
public final class AccountSweeper {
    private static final Logger LOG = LoggerFactory.getLogger(AccountSweeper.class);
    private static final int AT_ONCE = 200;

    private final Duration unverified;
    private final AccountService accounts;
    private final Registration registration;
    private final ProviderSignIn signIn;
    private final Store store;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread thread = new Thread(work, "account-sweeper");
        thread.setDaemon(true);
        return thread;
    });

    @Activate
    public AccountSweeper(
            AccountsConfig config,
            @Reference AccountService accounts,
            @Reference Registration registration,
            @Reference ProviderSignIn signIn,
            @Reference(target = "(osgi.unit.name=accounts)") JpaTemplate jpa) {
        this.unverified = Duration.ofDays(config.unverifiedDays());
        this.accounts = accounts;
        this.registration = registration;
        this.signIn = signIn;
        this.store = new Store(jpa);
        timer.scheduleWithFixedDelay(this::quietly, 1, 60, TimeUnit.MINUTES);
    }

    @Deactivate
    void stop() {
        timer.shutdownNow();
    }

    private void quietly() {
        try {
            LOG.debug("{} rows whose time is over were removed.", sweep(Instant.now()));
        } catch (RuntimeException e) {
            LOG.warn("The sweep of accounts failed; it is tried again in an hour.", e);
        }
    }

    /** @return how many rows went */
    int sweep(Instant now) {
        int gone = registration.ages().sweep() + signIn.sweep() + new Tokens(store).sweep(now);
        List<String> ids = store.read(em -> em.createNamedQuery("Account.unverified", String.class)
                .setParameter("before", Micros.of(now.minus(unverified)))
                .setMaxResults(AT_ONCE)
                .getResultList());
        ids.forEach(id -> accounts.erase(new AccountId(id)));
        return gone + ids.size();
    }
}
