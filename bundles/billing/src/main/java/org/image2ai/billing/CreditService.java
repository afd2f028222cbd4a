package org.image2ai.billing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import javax.persistence.EntityManager;
import org.apache.aries.jpa.template.JpaTemplate;
import org.image2ai.api.AccountId;
import org.image2ai.api.HoldId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.api.billing.CreditEntry;
import org.image2ai.api.billing.Credits;
import org.image2ai.billing.HoldEntity.State;
import org.image2ai.kit.jpa.Store;
import org.image2ai.kit.jpa.Transactions;
import org.image2ai.kit.paging.Keyset;
import org.image2ai.kit.schema.Schema;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;

/** {@link Credits} over the ledger: every change locks the account first, so its changes happen one by one. */
@Component(
        service = {Credits.class, CreditService.class},
        configurationPid = "org.image2ai.billing")
@Designate(ocd = BillingConfig.class)
public final class CreditService implements Credits {
    private static final long MOST = 1_000_000_000L;

    private final BillingConfig config;
    private final AccountLock lock;
    private final Transactions transactions;
    private final Store store;
    private final Clock clock;

    @Activate
    public CreditService(
            BillingConfig config,
            @Reference AccountLock lock,
            @Reference Schema schema,
            @Reference Transactions transactions,
            @Reference(target = "(osgi.unit.name=billing)") JpaTemplate template) {
        this(config, lock, transactions, store(schema, template), Clock.systemUTC());
    }

    CreditService(BillingConfig config, AccountLock lock, Transactions transactions, Store store, Clock clock) {
        this.config = config;
        this.lock = lock;
        this.transactions = transactions;
        this.store = store;
        this.clock = clock;
    }

    private static Store store(Schema schema, JpaTemplate template) {
        schema.migrate(CreditService.class);
        return new Store(template);
    }

    @Override
    public CreditBalance balance(AccountId account) {
        return locked(account.value(), (em, ledger) -> ledger.toRecord(config.plan()));
    }

    @Override
    public HoldId hold(AccountId account, BigDecimal amount, String reference) {
        long credits = whole(amount);
        return locked(account.value(), (em, ledger) -> {
            List<HoldEntity> same = em.createNamedQuery("hold.ofReference", HoldEntity.class)
                    .setParameter("reference", reference)
                    .getResultList();
            if (!same.isEmpty()) {
                return same.get(0).id();
            }
            if (credits > ledger.available()) {
                throw insufficient(credits, ledger.available());
            }
            HoldEntity hold = HoldEntity.of(account.value(), reference, credits, clock.instant());
            em.persist(hold);
            int place = 0;
            for (Map.Entry<String, Long> part : ledger.draw(credits).entrySet()) {
                ledger.bucket(part.getKey()).hold(part.getValue());
                em.persist(HoldPartEntity.of(hold.id(), place++, part.getKey(), part.getValue()));
            }
            return hold.id();
        });
    }

    private static PlatformException insufficient(long needed, long available) {
        return PlatformException.exhausted(
                "insufficient_credits", "This needs " + needed + " credits; " + available + " are available.", false);
    }

    @Override
    public long settle(HoldId id, BigDecimal amount) {
        long credits = whole(amount);
        return ending(id, (ledger, hold) -> {
            if (hold.state() == State.SETTLED && hold.spent() == credits) {
                return credits;
            }
            if (hold.state() != State.HELD) {
                throw PlatformException.conflict(
                        "hold_ended", "The hold " + id + " is " + hold.state().name() + " already.");
            }
            if (credits > hold.credits()) {
                throw PlatformException.conflict(
                        "hold_too_small", "The hold " + id + " is of " + hold.credits() + " credits, not " + credits);
            }
            spend(ledger, hold, credits);
            return credits;
        });
    }

    @Override
    public void release(HoldId id) {
        ending(id, (ledger, hold) -> {
            if (hold.state() == State.SETTLED) {
                throw PlatformException.conflict("hold_ended", "The hold " + id + " is SETTLED already.");
            }
            if (hold.state() == State.HELD) {
                spend(ledger, hold, 0);
            }
            return 0L;
        });
    }

    /** Frees the parts of a hold, and takes what was spent out of them in their order. */
    private void spend(Ledger ledger, HoldEntity hold, long credits) {
        Map<String, Long> changes = new LinkedHashMap<>();
        long missing = credits;
        for (HoldPartEntity part : parts(hold)) {
            ledger.bucket(part.bucket()).hold(-part.credits());
            long spent = Math.min(missing, part.credits());
            if (spent > 0) {
                changes.put(part.bucket(), -spent);
                missing -= spent;
            }
        }
        if (credits > 0) {
            ledger.post(new Posting("spend", hold.reference(), "", hold.account(), changes));
        }
        hold.end(credits > 0 ? State.SETTLED : State.RELEASED, credits, clock.instant());
    }

    private List<HoldPartEntity> parts(HoldEntity hold) {
        return store.read(em -> em.createNamedQuery("holdPart.ofHold", HoldPartEntity.class)
                .setParameter("hold", hold.id().value())
                .getResultList());
    }

    @Override
    public CreditBalance grant(AccountId account, long credits, String reason, String actor, String reference) {
        if (credits == 0 || Math.abs(credits) > MOST) {
            throw PlatformException.invalid(
                            "invalid_credits",
                            "credits is " + credits + "; it must be 1 to " + MOST
                                    + ", or less than 0 for a correction.")
                    .withField("credits");
        }
        if (reason.isBlank() || reason.length() > 500) {
            throw PlatformException.invalid("invalid_reason", "A reason of 1 to 500 characters is needed.")
                    .withField("reason");
        }
        return locked(account.value(), (em, ledger) -> {
            if (!isPosted(em, account, reference, credits)) {
                Posting how = new Posting(credits > 0 ? "grant" : "correction", reference, reason, actor, Map.of());
                if (credits > 0) {
                    ledger.add("grant", credits, how);
                } else {
                    takeBack(ledger, -credits, how);
                }
            }
            return ledger.toRecord(config.plan());
        });
    }

    private static boolean isPosted(EntityManager em, AccountId account, String reference, long credits) {
        List<PostingEntity> before = em.createNamedQuery("posting.ofReference", PostingEntity.class)
                .setParameter("account", account.value())
                .setParameter("reference", reference)
                .getResultList();
        if (before.stream().anyMatch(posting -> posting.toRecord().credits() != credits)) {
            throw PlatformException.conflict(
                    "idempotency_key_reused", "This Idempotency-Key was used for another request.");
        }
        return !before.isEmpty();
    }

    private static void takeBack(Ledger ledger, long credits, Posting how) {
        if (credits > ledger.available()) {
            throw PlatformException.conflict(
                    "correction_too_large",
                    "A correction of " + credits + " is more than the " + ledger.available() + " available.");
        }
        Map<String, Long> changes = new LinkedHashMap<>();
        ledger.draw(credits).forEach((bucket, part) -> changes.put(bucket, -part));
        ledger.post(new Posting(how.kind(), how.reference(), how.reason(), how.actor(), changes));
    }

    @Override
    public Page<CreditEntry> entries(AccountId account, PageRequest page) {
        long below = Keyset.decode(page.cursor()).map(Keyset::at).orElse(Long.MAX_VALUE);
        return store.read(em -> Keyset.page(
                        em.createNamedQuery("posting.page", PostingEntity.class)
                                .setParameter("account", account.value())
                                .setParameter("below", below)
                                .setMaxResults(page.limit() + 1)
                                .getResultList(),
                        page.limit(),
                        PostingEntity::keyset)
                .map(PostingEntity::toRecord));
    }

    private static long whole(BigDecimal amount) {
        if (amount.signum() < 0 || amount.compareTo(BigDecimal.valueOf(MOST)) > 0) {
            throw PlatformException.invalid("invalid_credits", "An amount of " + amount.toPlainString() + " credits.");
        }
        return amount.setScale(0, RoundingMode.CEILING).longValueExact();
    }

    private <T> T locked(String account, BiFunction<EntityManager, Ledger, T> work) {
        return transactions.required(() -> {
            lock.take(account);
            return store.write(em -> work.apply(em, Ledger.open(em, account, config, clock.instant())));
        });
    }

    /** The hold is read for its account, and again under the account's lock. */
    private long ending(HoldId id, BiFunction<Ledger, HoldEntity, Long> work) {
        return transactions.required(() -> store.write(em -> {
            HoldEntity hold = require(em, id);
            return locked(hold.account(), (same, ledger) -> {
                em.refresh(hold);
                return work.apply(ledger, hold);
            });
        }));
    }

    private static HoldEntity require(EntityManager em, HoldId id) {
        HoldEntity hold = em.find(HoldEntity.class, id.value());
        if (hold == null) {
            throw PlatformException.notFound("hold", id.value());
        }
        return hold;
    }
}
