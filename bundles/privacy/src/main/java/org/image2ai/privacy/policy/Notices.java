package org.image2ai.privacy.policy;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.Purpose;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.Mailer;
import org.image2ai.api.rest.PublicAddress;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells everybody who has an account of a new policy. The mails of a page and the place where to go on are one
 * transaction, so nobody is told twice or not at all, whenever the process dies. Until the policy holds it looks again
 * for those who came meanwhile.
 */
@Component(service = Notices.class, immediate = true)
public final class Notices {
    private static final Logger LOG = LoggerFactory.getLogger(Notices.class);
    private static final int PAGE = 100;

    private final PolicyRows rows;
    private final Policies policies;
    private final Accounts accounts;
    private final PublicAddress address;
    private final Clock clock;
    private final ScheduledExecutorService timer;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Mailer mailer;

    @Activate
    public Notices(
            @Reference PolicyRows rows,
            @Reference Policies policies,
            @Reference Accounts accounts,
            @Reference PublicAddress address) {
        this(rows, policies, accounts, address, Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, "privacy-notices");
            thread.setDaemon(true);
            return thread;
        }));
        timer.scheduleWithFixedDelay(this::quietly, 1, 10, TimeUnit.MINUTES);
    }

    Notices(
            PolicyRows rows,
            Policies policies,
            Accounts accounts,
            PublicAddress address,
            ScheduledExecutorService timer) {
        this.rows = rows;
        this.policies = policies;
        this.accounts = accounts;
        this.address = address;
        this.clock = policies.clock();
        this.timer = timer;
    }

    @Deactivate
    void close() {
        timer.shutdownNow();
    }

    /** Somebody waits for word. */
    void wake() {
        timer.execute(this::quietly);
    }

    private void quietly() {
        try {
            tellAll();
        } catch (RuntimeException e) {
            LOG.warn("Not everybody could be told of the new policy; it goes on in ten minutes.", e);
        }
    }

    /** Tells everybody who is not told yet, as far as mail can be sent. */
    void tellAll() {
        List<String> open = rows.store()
                .read(em -> em.createNamedQuery("notice.open", String.class).getResultList());
        for (String version : open) {
            PolicyVersion policy = policies.require(version);
            Mailer live = mailer;
            while (live != null && tellPage(policy, live)) {
                live = mailer;
            }
        }
    }

    /** How many were told of a version. */
    long told(String version) {
        return rows.store().read(em -> Optional.ofNullable(em.find(NoticeEntity.class, version))
                .map(NoticeEntity::toldSoFar)
                .orElse(0L));
    }

    /** @return whether the round goes on */
    private boolean tellPage(PolicyVersion policy, Mailer live) {
        return rows.transactions().required(() -> rows.store().write(em -> {
            NoticeEntity notice = em.find(NoticeEntity.class, policy.version());
            if (notice.ended()) {
                return false;
            }
            Instant now = clock.instant();
            notice.begin(now);
            Page<Account> page = accounts.list(new PageRequest(notice.place(), PAGE));
            List<Account> untold = page.items().stream()
                    .filter(account -> !notice.covers(account.created()))
                    .toList();
            notice.told(tell(untold, policy, live));
            boolean more = untold.size() == page.items().size() && page.next().isPresent();
            if (more) {
                notice.goOnAt(page.next().orElseThrow());
            } else {
                notice.endRound();
                if (!policy.effective().isAfter(policies.today())) {
                    notice.end(now);
                }
            }
            em.flush();
            return more;
        }));
    }

    private int tell(List<Account> untold, PolicyVersion policy, Mailer live) {
        int told = 0;
        for (Account account : untold) {
            if (account.state() == Account.State.ACTIVE || account.state() == Account.State.SUSPENDED) {
                Map<String, String> values = Map.of(
                        "name", account.name(),
                        "effective", policy.effective().toString(),
                        "link", address.own() + "/privacy/" + policy.version() + "/changes");
                live.send(new Mail(
                        Optional.of(account.id()),
                        account.email(),
                        accounts.language(account.id()),
                        "policy-changed",
                        values,
                        Purpose.LEGAL));
                told++;
            }
        }
        return told;
    }
}
