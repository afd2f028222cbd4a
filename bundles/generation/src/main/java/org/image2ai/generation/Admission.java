package org.image2ai.generation;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.persistence.PersistenceException;
import org.image2ai.api.AccountId;
import org.image2ai.api.ApiKeyId;
import org.image2ai.api.CallContext;
import org.image2ai.api.HoldId;
import org.image2ai.api.JobId;
import org.image2ai.api.PlatformException;
import org.image2ai.api.billing.Credits;
import org.image2ai.api.generation.Job;
import org.image2ai.api.generation.JobEvent;
import org.image2ai.api.generation.JobRequest;
import org.image2ai.api.generation.JobTerms;
import org.image2ai.api.generation.JobTerms.IdempotencyKey;
import org.image2ai.api.generation.JobTerms.Repeat;
import org.image2ai.api.library.Library;
import org.image2ai.api.model.ImageRouter;
import org.image2ai.api.model.Quote;
import org.image2ai.api.privacy.ProcessingChoices;
import org.image2ai.api.security.SpendCaps;
import org.image2ai.kit.Ids;
import org.image2ai.kit.jpa.Transactions;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;

/** Lets jobs in: validated, priced and reviewed first, then idempotency record, job and hold in one transaction. */
@Component(service = Admission.class, configurationPid = "org.image2ai.generation")
public final class Admission {
    private final JobRows rows;
    private final JobHub hub;
    private final ImageRouter router;
    private final Credits credits;
    private final Transactions transactions;
    private final Wakeups wakeups;
    private final Library library;
    private final Routes routes;
    private final WaitingLine line;
    private final EndNotices notices;
    private final GenerationConfig config;
    private final SpendCaps caps;
    private final Repeats repeats;
    private final Handover handover;
    private final JobReview reviews;

    /** It comes before the router does, which needs what people objected to. */
    @Reference(
            cardinality = ReferenceCardinality.OPTIONAL,
            policy = ReferencePolicy.DYNAMIC,
            policyOption = ReferencePolicyOption.GREEDY)
    volatile ProcessingChoices choices;

    @Activate
    public Admission(
            GenerationConfig config,
            @Reference JobRows rows,
            @Reference JobHub hub,
            @Reference ImageRouter router,
            @Reference Credits credits,
            @Reference Transactions transactions,
            @Reference Wakeups wakeups,
            @Reference Library library,
            @Reference WaitingLine line,
            @Reference EndNotices notices,
            @Reference SpendCaps caps,
            @Reference Handover handover,
            @Reference JobReview reviews) {
        this.rows = rows;
        this.hub = hub;
        this.router = router;
        this.credits = credits;
        this.transactions = transactions;
        this.wakeups = wakeups;
        this.library = library;
        this.routes = new Routes(library);
        this.line = line;
        this.notices = notices;
        this.config = config;
        this.caps = caps;
        this.repeats = new Repeats(rows);
        this.handover = handover;
        this.reviews = reviews;
    }

    Quote quote(CallContext context, JobRequest request) {
        return router.quote(routes.of(context, request, request.creditCeiling(), ""));
    }

    Job admit(CallContext context, JobRequest request, JobTerms terms) {
        if (terms.repeat().isEmpty()) {
            return begin(context, request, terms);
        }
        Repeat repeat = terms.repeat().get();
        synchronized (repeats.lock(repeat)) {
            return repeats.join(context.account(), repeat).orElseGet(() -> begin(context, request, terms));
        }
    }

    private Job begin(CallContext context, JobRequest request, JobTerms terms) {
        Optional<Job> before = terms.idempotency().flatMap(key -> known(context, key));
        if (before.isPresent()) {
            return before.get();
        }
        requireUnrestricted(context.account());
        Quote quote = quote(context, request);
        terms.webhook().ifPresent(notices::check);
        reviews.admit(context, request, terms.strictness());
        library.requireRoom();
        JobId id = new JobId(Ids.next("job"));
        try {
            // A worker may have it while it is still being written; its caller hears of it after that.
            return transactions.early(() -> {
                Job job = keep(id, context, request, terms, quote);
                // Before the commit, so that this is its first event: a worker may be faster than we are after it.
                hub.publish(JobEvent.Kind.STATE, job, Optional.empty());
                return job;
            });
        } catch (PersistenceException e) {
            forget(id);
            // Another call with the same key was faster: its job is the answer.
            return terms.idempotency().flatMap(key -> known(context, key)).orElseThrow(() -> e);
        } catch (RuntimeException e) {
            forget(id);
            throw e;
        }
    }

    private void requireUnrestricted(AccountId account) {
        ProcessingChoices live = choices;
        if (live != null && live.of(account).restricted()) {
            throw PlatformException.denied(
                    "processing_restricted",
                    "The account restricted the processing of its data: nothing new is made until that is lifted.");
        }
    }

    private void forget(JobId id) {
        hub.forget(id);
        handover.forget(id);
    }

    private Optional<Job> known(CallContext context, IdempotencyKey key) {
        String hash = IdempotencyEntity.hash(context.account(), key);
        Optional<IdempotencyEntity> found =
                rows.store().read(em -> Optional.ofNullable(em.find(IdempotencyEntity.class, hash)));
        return found.map(record -> {
            if (!record.isFor(key)) {
                throw PlatformException.conflict(
                        "idempotency_key_reused", "This Idempotency-Key was used for another request.");
            }
            return rows.get(record.job());
        });
    }

    private Job keep(JobId id, CallContext context, JobRequest request, JobTerms terms, Quote quote) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MICROS);
        return rows.store().write(em -> {
            rows.fence().requireOpen(context.account());
            terms.idempotency().ifPresent(k -> {
                em.persist(IdempotencyEntity.of(context.account(), k, id, now));
                em.flush();
            });
            // The hold locks the account's ledger, so what is counted behind it cannot change.
            HoldId hold = credits.hold(context.account(), quote.credits(), id.value());
            terms.apiKey().ifPresent(key -> requireUnderCap(key, quote));
            int before = line.requireRoom(context.account(), config);
            JobEntity row = JobEntity.of(id, context, request, terms, rows.words());
            row.admitted(hold, WholeCredits.of(quote.credits()), now);
            // Its caller hears of it as one that waits, whoever has it a moment later.
            Job job = row.toRecord(rows.words(), Optional.of(before));
            if (before == 0 && !router.isBusy(request.operation(), request.model())) {
                handover.claim(row, now);
            }
            em.persist(row);
            transactions.afterCommit(() -> {
                handover.give(row);
                wakeups.wake();
            });
            return job;
        });
    }

    private void requireUnderCap(ApiKeyId key, Quote quote) {
        long more = WholeCredits.of(quote.credits());
        caps.cap(key).filter(cap -> rows.spentBy(key) + more > cap).ifPresent(cap -> {
            throw PlatformException.exhausted(
                    "spend_cap_reached",
                    "This API key may spend " + cap + " credits; this job needs " + more + " more.",
                    false);
        });
    }
}
