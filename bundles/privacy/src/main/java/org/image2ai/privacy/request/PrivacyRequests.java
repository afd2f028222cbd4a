package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.account.Account;
import org.image2ai.kit.Ids;
import org.image2ai.kit.Secrets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The one service behind every door: what a person, an officer and the shell can do with a request. */
@Component(service = PrivacyRequests.class)
public final class PrivacyRequests {
    private static final long ANSWER_SECONDS = 5;

    private final Evidence evidence;
    private final Planner planner;
    private final Letters letters;
    private final Worker worker;

    @Activate
    public PrivacyRequests(
            @Reference Evidence evidence,
            @Reference Planner planner,
            @Reference Letters letters,
            @Reference Worker worker) {
        this.evidence = evidence;
        this.planner = planner;
        this.letters = letters;
        this.worker = worker;
    }

    /**
     * What is asked.
     *
     * @param account whose data
     * @param type what
     * @param law whose clock runs; as configured where empty
     * @param scope about what
     * @param by who asks: an account, or an officer for one
     * @param proven whether it is certain who asks
     */
    public record Ask(
            AccountId account,
            RequestType type,
            Optional<Law> law,
            Map<String, Object> scope,
            String by,
            boolean proven) {}

    /** Takes a request. An erasure that has not ended is not begun twice: it is the answer. */
    public Request create(Ask ask) {
        Scope scope = Scope.of(ask.scope());
        scope.check(ask.type());
        Optional<Request> open = ask.type() == RequestType.ERASURE ? open(ask) : Optional.empty();
        if (open.isPresent()) {
            return open.get();
        }
        Request request = request(ask, scope);
        evidence.transactions().required(() -> {
            write(request, ask, scope);
            return true;
        });
        settle(request.id());
        return evidence.rows().require(request.id());
    }

    private Optional<Request> open(Ask ask) {
        return evidence
                .rows()
                .list(Optional.of(ask.account()), PageRequest.first(PageRequest.MAX_LIMIT))
                .items()
                .stream()
                .filter(one -> one.type() == RequestType.ERASURE)
                .filter(one -> !evidence.ledger().standing(one).state().isOver())
                .findFirst();
    }

    private Request request(Ask ask, Scope scope) {
        Law law = ask.law().orElseGet(evidence.settings()::law);
        Instant now = evidence.settings().now();
        Optional<String> about = Optional.empty();
        if (ask.type() == RequestType.APPEAL) {
            Request first = mine(ask.account(), scope.text("request"));
            about = Optional.of(first.id());
        }
        return new Request(
                Ids.next("prq"),
                ask.account(),
                ask.type(),
                law,
                now,
                law.due(now),
                about,
                Optional.empty(),
                Request.Progress.NONE);
    }

    private void write(Request request, Ask ask, Scope scope) {
        evidence.rows().add(request);
        Map<String, String> said = new TreeMap<>(Map.of("by", ask.by(), Scope.DETAIL, scope.json()));
        evidence.ledger().append(request.id(), EventKind.RECEIVED, "", said);
        request.about().ifPresent(first -> evidence.ledger().append(first, EventKind.APPEALED, request.id()));
        if (!ask.proven()) {
            evidence.ledger().append(request.id(), EventKind.IDENTITY_ASKED);
        } else if (startsByItself(request.type())) {
            start(request, ask.by());
        }
        evidence.rows().change(request.id(), row -> {
            row.next(ask.proven() ? Optional.of(evidence.settings().now()) : Optional.empty());
            row.alarm(Optional.of(Alarms.first(request.due(), evidence.settings())));
        });
    }

    /** What destroys nothing needs no second yes; an appeal is for a person to decide. */
    private static boolean startsByItself(RequestType type) {
        return type != RequestType.ERASURE && type != RequestType.APPEAL;
    }

    private void start(Request request, String by) {
        if (request.type() == RequestType.CORRECTION) {
            evidence.progress().freeze(request.id(), planner.roster(request.type()));
        }
        evidence.ledger().append(request.id(), EventKind.STARTED, "", Map.of("by", by));
        evidence.rows().change(request.id(), RequestEntity::run);
    }

    /** Lets the worker do what can be done at once, and waits a little for it. */
    private void settle(String id) {
        try {
            worker.submit(id).get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException e) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** A request of an account. @throws PlatformException NOT_FOUND when it is somebody else's */
    public Request mine(AccountId account, String id) {
        return evidence.rows()
                .find(id)
                .filter(request -> request.account().equals(account))
                .orElseThrow(() -> PlatformException.notFound("request", id));
    }

    /** @throws PlatformException NOT_FOUND: a wrong id would be proven empty, which proves nothing */
    void requireAccount(AccountId account) {
        letters.account(account).orElseThrow(() -> PlatformException.notFound("account", account.value()));
    }

    Request require(String id) {
        return evidence.rows().require(id);
    }

    /** Those of an account, or of all; newest first. */
    public Page<Request> list(Optional<AccountId> account, PageRequest page) {
        return evidence.rows().list(account, page);
    }

    Standing standing(Request request) {
        return evidence.ledger().standing(request);
    }

    /**
     * Somebody who is known says yes: who waits for that is proven, a plan is executed, a failed verification erases once
     * more. Said twice it is the same as once.
     *
     * @param plan the digest of the plan that was read, if given
     * @return the token of the link to the proof, where an erasure begins
     */
    Optional<String> confirm(String id, Optional<String> plan, String by) {
        Optional<String> token = evidence.transactions().required(() -> confirmed(id, plan, by));
        settleUnlessErasing(id);
        return token;
    }

    private void settleUnlessErasing(String id) {
        if (evidence.rows().require(id).type() == RequestType.ERASURE
                && standing(require(id)).started()) {
            worker.submit(id);
        } else {
            settle(id);
        }
    }

    Optional<String> confirmed(String id, Optional<String> plan, String by) {
        Request request = evidence.rows().lock(id);
        Optional<String> token = Optional.empty();
        switch (standing(request).state()) {
            case VERIFYING -> {
                evidence.ledger().append(id, EventKind.IDENTITY_PROVEN, "", Map.of("by", by));
                if (startsByItself(request.type())) {
                    start(request, by);
                }
            }
            case PLANNED -> {
                requirePlan(request, plan);
                token = Optional.of(begin(request, by));
            }
            case VERIFICATION_FAILED -> again(request, by);
            case RECEIVED ->
                throw PlatformException.conflict("not_planned", "The request " + id + " has no plan yet.")
                        .retryAfter(Duration.ofSeconds(ANSWER_SECONDS));
            default -> {
                return token;
            }
        }
        evidence.rows()
                .change(id, row -> row.next(Optional.of(evidence.settings().now())));
        return token;
    }

    private void requirePlan(Request request, Optional<String> plan) {
        String now = Planner.digest(evidence.progress().lines(request.id(), Tally.Phase.PLAN));
        if (plan.filter(read -> !read.equals(now)).isPresent()) {
            throw PlatformException.conflict("plan_changed", "This is not the plan of " + request.id() + ".");
        }
    }

    private String begin(Request request, String by) {
        start(request, by);
        String token = link(request.id());
        letters.account(request.account()).ifPresent(to -> letters.begun(to, request.id(), token));
        return token;
    }

    private void again(Request request, String by) {
        evidence.progress().again(request.id());
        evidence.progress().freeze(request.id(), planner.roster(request.type()));
        start(request, by);
    }

    /** Makes the plan of an erasure anew, unless somebody said yes to it. */
    void replan(String id) {
        Request request = require(id);
        RequestState state = standing(request).state();
        if (request.type() == RequestType.ERASURE
                && (state == RequestState.PLANNED || state == RequestState.RECEIVED)) {
            planner.plan(request);
        }
    }

    /** A new link to a request; the one before is good no more. */
    String link(String id) {
        String token = Secrets.next();
        Instant until = evidence.settings()
                .now()
                .plus(Duration.ofDays(evidence.settings().config().linkDays()));
        evidence.rows().change(id, row -> row.link(Secrets.hash(token), until));
        return token;
    }

    /** The request of a link. @throws PlatformException NOT_FOUND when it is not good, or not any more */
    Request linked(String token) {
        return evidence.rows()
                .byLink(token, evidence.settings().now())
                .orElseThrow(() -> PlatformException.notFound("link", "like this, or not any more"));
    }

    /** Asks the owner of an address, if anybody has it, whether they want what was asked in their name. */
    void intake(String email, RequestType type, Optional<Law> law) {
        Optional<Account> known = letters.accounts().findByEmail(email);
        known.filter(account -> account.state() != Account.State.CLOSED).ifPresent(account -> {
            Request request = create(new Ask(account.id(), type, law, Map.of(), "mail", false));
            evidence.transactions().required(() -> {
                letters.ask(account, type, link(request.id()));
                return true;
            });
        });
    }

    /** The types that need no scope: others are asked for by somebody who is signed in. */
    static List<RequestType> byMail() {
        return List.of(RequestType.ACCESS, RequestType.PORTABILITY, RequestType.ERASURE, RequestType.STOP_SALE);
    }
}
