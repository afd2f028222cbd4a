package org.image2ai.billing;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.persistence.EntityManager;
import org.image2ai.api.AccountId;
import org.image2ai.api.billing.CreditBalance;
import org.image2ai.kit.Micros;

/** One account's credits within a transaction that has locked them: its buckets in the order they are drawn. */
final class Ledger {
    private static final Comparator<BucketEntity> FIRST_TO_EXPIRE =
            Comparator.comparingLong(BucketEntity::order).thenComparingLong(BucketEntity::created);

    private final EntityManager em;
    private final LedgerAccountEntity account;
    private final List<BucketEntity> buckets;
    private final Instant now;

    private Ledger(EntityManager em, LedgerAccountEntity account, Instant now) {
        this.em = em;
        this.account = account;
        this.now = now;
        this.buckets = new ArrayList<>(em.createNamedQuery("bucket.filled", BucketEntity.class)
                .setParameter("account", account.account())
                .getResultList());
        buckets.sort(FIRST_TO_EXPIRE);
    }

    /** Opens a locked account: what expired is taken out and what its plan owes is put in first. */
    static Ledger open(EntityManager em, String account, BillingConfig plan, Instant now) {
        Ledger ledger = new Ledger(em, em.find(LedgerAccountEntity.class, account), now);
        ledger.expire();
        ledger.give(plan);
        return ledger;
    }

    private void expire() {
        for (BucketEntity bucket : buckets) {
            if (bucket.expiredAt(now) && bucket.free() > 0) {
                post(new Posting("expiry", bucket.id(), "", Posting.SYSTEM, Map.of(bucket.id(), -bucket.free())));
            }
        }
        buckets.removeIf(bucket -> bucket.balance() == 0);
    }

    private void give(BillingConfig plan) {
        YearMonth month = YearMonth.from(now.atOffset(ZoneOffset.UTC));
        if (account.planMonth().equals(month.toString())) {
            return;
        }
        account.planGivenFor(month.toString());
        if (plan.monthlyCredits() > 0) {
            Instant end = month.plusMonths(1).atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC);
            BucketEntity bucket = bucket("plan", Optional.of(end));
            Map<String, Long> change = Map.of(bucket.id(), (long) plan.monthlyCredits());
            post(new Posting("plan", plan.plan() + " " + month, "", Posting.SYSTEM, change));
        }
    }

    private BucketEntity bucket(String kind, Optional<Instant> expires) {
        BucketEntity bucket = BucketEntity.of(account.account(), kind, expires, now);
        em.persist(bucket);
        buckets.add(bucket);
        buckets.sort(FIRST_TO_EXPIRE);
        return bucket;
    }

    /** Adds credits that do not expire. */
    void add(String kind, long credits, Posting how) {
        BucketEntity bucket = em
                .createNamedQuery("bucket.lasting", BucketEntity.class)
                .setParameter("account", account.account())
                .setParameter("kind", kind)
                .getResultList()
                .stream()
                .findFirst()
                .orElseGet(() -> bucket(kind, Optional.empty()));
        if (!buckets.contains(bucket)) {
            buckets.add(bucket);
        }
        post(new Posting(how.kind(), how.reference(), how.reason(), how.actor(), Map.of(bucket.id(), credits)));
    }

    /** How much of each bucket makes up that many free credits. They must be there. */
    Map<String, Long> draw(long credits) {
        Map<String, Long> parts = new LinkedHashMap<>();
        long missing = credits;
        for (BucketEntity bucket : buckets) {
            long part = bucket.expiredAt(now) ? 0 : Math.min(missing, bucket.free());
            if (part > 0) {
                parts.put(bucket.id(), part);
                missing -= part;
            }
        }
        if (missing > 0) {
            throw new IllegalStateException(missing + " credits are missing");
        }
        return parts;
    }

    BucketEntity bucket(String id) {
        return em.find(BucketEntity.class, id);
    }

    /** Writes a change into the buckets and the journal: legs that add up to zero. */
    void post(Posting posting) {
        long after = balance() + posting.credits();
        PostingEntity line = PostingEntity.of(posting, account.account(), account.nextNumber(), after, Micros.of(now));
        em.persist(line);
        posting.changes().forEach((id, credits) -> {
            bucket(id).add(credits);
            em.persist(LegEntity.of(line.id(), id, credits));
        });
        em.persist(LegEntity.of(line.id(), "platform:" + posting.kind(), -posting.credits()));
    }

    long balance() {
        return buckets.stream().mapToLong(BucketEntity::balance).sum();
    }

    /** What is free; free credits never expired, for those are taken out when the ledger is opened. */
    long available() {
        return buckets.stream().mapToLong(BucketEntity::free).sum();
    }

    CreditBalance toRecord(String plan) {
        long balance = balance();
        long available = available();
        return new CreditBalance(
                new AccountId(account.account()),
                plan,
                balance,
                balance - available,
                available,
                buckets.stream()
                        .filter(b -> b.balance() > 0)
                        .map(BucketEntity::toRecord)
                        .toList());
    }
}
