package org.image2ai.privacy.retention;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.Purpose;
import org.image2ai.api.account.Account;
import org.image2ai.api.account.Accounts;
import org.image2ai.api.notify.Mail;
import org.image2ai.api.notify.Mailer;
import org.image2ai.api.rest.PublicAddress;
import org.image2ai.privacy.choice.Activities;
import org.image2ai.privacy.choice.Activity;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Accounts that nobody uses: their people are warned, and if nobody comes they are erased. Staff accounts and what is
 * under a legal hold stay.
 */
@Component(service = InactiveAccounts.class, configurationPid = "org.image2ai.privacy.retention")
public final class InactiveAccounts {
    private static final Logger LOG = LoggerFactory.getLogger(InactiveAccounts.class);
    private static final int PAGE = 200;
    private static final String HOLDING = "inactive-accounts";

    private final RetentionConfig config;
    private final Accounts accounts;
    private final Activities activities;
    private final LegalHolds holds;
    private final PublicAddress address;
    private final Clock clock;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile Mailer mailer;

    @Reference(cardinality = ReferenceCardinality.OPTIONAL, policy = ReferencePolicy.DYNAMIC)
    volatile ErasureOrders orders;

    /** What is known of people. */
    record Known(Accounts accounts, Activities activities, LegalHolds holds) {}

    @Activate
    public InactiveAccounts(
            RetentionConfig config,
            @Reference Accounts accounts,
            @Reference Activities activities,
            @Reference LegalHolds holds,
            @Reference PublicAddress address) {
        this(config, new Known(accounts, activities, holds), address, Clock.systemUTC());
    }

    InactiveAccounts(RetentionConfig config, Known known, PublicAddress address, Clock clock) {
        this.config = config;
        this.accounts = known.accounts();
        this.activities = known.activities();
        this.holds = known.holds();
        this.address = address;
        this.clock = clock;
    }

    /** Warns and erases those whose time has come. @return how many were erased, or would be */
    Sweep.Line sweep(boolean dryRun) {
        String kept = "P" + config.inactiveMonths() + "M";
        if (config.inactiveMonths() <= 0) {
            return new Sweep.Line("org.image2ai.privacy", HOLDING, "account", 0, "");
        }
        try {
            LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
            if (!dryRun) {
                beginToCount(today);
            }
            return new Sweep.Line("org.image2ai.privacy", HOLDING, kept, all(today, dryRun), "");
        } catch (PlatformException e) {
            return new Sweep.Line("org.image2ai.privacy", HOLDING, kept, 0, e.code());
        }
    }

    /** An account of which no use was ever seen was used when it was made. */
    private void beginToCount(LocalDate today) {
        Optional<String> cursor = Optional.empty();
        do {
            Page<Account> page = accounts.list(new PageRequest(cursor, PAGE));
            page.items().stream()
                    .filter(account -> account.state() != Account.State.CLOSED)
                    .filter(account -> activities.find(account.id()).isEmpty())
                    .forEach(account ->
                            activities.begin(account.id(), LocalDate.ofInstant(account.created(), ZoneOffset.UTC)));
            cursor = page.next();
        } while (cursor.isPresent());
    }

    private long all(LocalDate today, boolean dryRun) {
        LocalDate before = today.minusMonths(config.inactiveMonths());
        long erased = 0;
        String after = "";
        List<Activity> page;
        do {
            page = activities.before(before, after, PAGE);
            for (Activity activity : page) {
                erased += one(activity, today, dryRun) ? 1 : 0;
                after = activity.account().value();
            }
        } while (page.size() == PAGE);
        return erased;
    }

    /** @return whether it is erased now, or would be */
    private boolean one(Activity activity, LocalDate today, boolean dryRun) {
        AccountId id = activity.account();
        Optional<Account> account = accounts.find(id)
                .filter(found -> found.roles().equals(Set.of("user")))
                .filter(found -> found.state() != Account.State.CLOSED);
        if (account.isEmpty() || holds.accounts().contains(id)) {
            return false;
        }
        boolean due = activity.warned()
                .filter(day -> !day.plusDays(config.warningDays()).isAfter(today))
                .isPresent();
        if (!dryRun) {
            if (due) {
                return erase(id);
            } else if (activity.warned().isEmpty()) {
                warn(account.get(), today);
            }
        }
        return due;
    }

    private boolean erase(AccountId id) {
        ErasureOrders live = orders;
        if (live == null) {
            return false;
        }
        String request = live.erase(id, "inactive", Sweeper.TIMER);
        LOG.info("The request {} erases an account that nobody used.", request);
        return true;
    }

    /** Nobody counts as warned whose mail cannot be sent. */
    private void warn(Account account, LocalDate today) {
        Mailer live = mailer;
        if (live == null) {
            return;
        }
        Map<String, String> values = Map.of(
                "name", account.name(),
                "date", today.plusDays(config.warningDays()).toString(),
                "link", address.own() + "/");
        live.send(new Mail(
                Optional.of(account.id()),
                account.email(),
                accounts.language(account.id()),
                "account-inactive",
                values,
                Purpose.LEGAL));
        activities.warned(account.id(), today);
    }
}
