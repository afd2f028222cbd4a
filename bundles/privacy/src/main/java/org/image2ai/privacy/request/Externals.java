package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.Outcome;
import org.image2ai.api.privacy.PrivacyDeclaration.ErasureMode;
import org.image2ai.api.privacy.PrivacyDeclaration.Recipient;
import org.image2ai.privacy.roster.ActualRecipients;
import org.image2ai.privacy.roster.ActualRecipients.Actual;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/**
 * Copies outside, tracked to their end: those with whoever got something of this person, and with whoever may have, for a
 * request to forget somebody who is not known there harms nobody, and one that is forgotten does.
 */
@Component(service = Externals.class)
public final class Externals {
    /** What the participants' own copies outside are called together. */
    static final String ITEMS = "items";

    static final String ORPHAN = "ORPHAN";

    private static final String MANUAL = ErasureMode.MANUAL.name();

    private final RequestRows rows;
    private final Progress progress;
    private final Ledger ledger;
    private final Walk walk;
    private final Settings settings;
    private final ActualRecipients actual;

    @Activate
    public Externals(@Reference Evidence evidence, @Reference Walk walk, @Reference ActualRecipients actual) {
        this.rows = evidence.rows();
        this.progress = evidence.progress();
        this.ledger = evidence.ledger();
        this.walk = walk;
        this.settings = evidence.settings();
        this.actual = actual;
    }

    /** Opens a task for each recipient of whom a bundle knows, before anything of that bundle is erased. */
    void open(Request request, Member asked) {
        open(request, actual.of(request.account(), asked));
    }

    /** Opens a task for each recipient of whom nobody keeps a record. */
    void openUnrecorded(Request request) {
        open(request, actual.unrecorded(request.account()));
    }

    private void open(Request request, List<Actual> recipients) {
        if (recipients.isEmpty()) {
            return;
        }
        rows.transactions().required(() -> {
            Set<String> known = progress.tasks(request.id()).stream()
                    .map(task -> task.bundle() + " " + task.recipient())
                    .collect(Collectors.toSet());
            recipients.stream()
                    .flatMap(one -> task(one).stream())
                    .filter(task -> known.add(task.bundle() + " " + task.recipient()))
                    .forEach(task -> open(request, task));
            return true;
        });
    }

    private Optional<ExternalTask> task(Actual one) {
        Recipient recipient = one.recipient();
        Optional<Instant> end = settings.after(recipient.retention());
        return switch (recipient.erasure()) {
            // Its participant answers PENDING_EXTERNAL for what it sent there.
            case API -> Optional.empty();
            case NONE ->
                Optional.of(task(one, ExternalTask.State.STATED, Optional.empty())
                        .said("The recipient offers no way to erase its copy."));
            case EXPIRY -> Optional.of(task(one, ExternalTask.State.OPEN, end.or(this::patience)));
            case MANUAL -> Optional.of(task(one, ExternalTask.State.OPEN, patience()));
        };
    }

    private static ExternalTask task(Actual one, ExternalTask.State state, Optional<Instant> due) {
        String mode = one.recipient().erasure().name();
        return ExternalTask.open(one.bundle(), RequestRows.cut(one.name()), mode, state, due);
    }

    private Optional<Instant> patience() {
        return Optional.of(settings.now().plus(Duration.ofDays(settings.config().externalDays())));
    }

    private void open(Request request, ExternalTask task) {
        progress.open(request.id(), task);
        if (task.state() == ExternalTask.State.OPEN) {
            ledger.append(
                    request.id(),
                    EventKind.EXTERNAL_OPENED,
                    task.id(),
                    Map.of("recipient", task.recipient(), "mode", task.mode()));
        }
    }

    /** What a bundle that was torn out left where the platform cannot see it. */
    void orphan(Request request, Asked asked, List<String> unseen) {
        boolean known = progress.tasks(request.id()).stream()
                .anyMatch(task -> task.mode().equals(ORPHAN)
                        && task.bundle().equals(asked.bundle())
                        && task.recipient().startsWith(asked.holding() + ":"));
        if (!known) {
            String where = asked.holding() + ": " + String.join(", ", unseen);
            rows.transactions().required(() -> {
                open(
                        request,
                        ExternalTask.open(
                                asked.bundle(), RequestRows.cut(where), ORPHAN, ExternalTask.State.OPEN, patience()));
                return true;
            });
        }
    }

    /** What a bundle holds that the server does not wait for: somebody must show that it is gone. */
    void unattended(Request request, String bundle) {
        open(
                request,
                ExternalTask.open(bundle, "What " + bundle + " holds", MANUAL, ExternalTask.State.OPEN, patience()));
    }

    /** Somebody shows that a copy is gone. @throws PlatformException INVALID {@code evidence_required} */
    void settle(Request request, String task, String evidence, String by) {
        if (evidence.isBlank()) {
            throw PlatformException.invalid("evidence_required", "Say how it is known that the copy is gone.")
                    .withField("evidence");
        }
        rows.transactions().required(() -> {
            progress.settle(request.id(), task, evidence, by, settings.now());
            ledger.append(request.id(), EventKind.EXTERNAL_CLOSED, task, Map.of("evidence", evidence, "by", by));
            return true;
        });
    }

    /** Looks after everything outside. @return when to look again; empty when nothing is outside any more */
    Optional<Instant> look(Request request, Standing standing) {
        List<Instant> next = new ArrayList<>();
        for (ExternalTask task : progress.tasks(request.id())) {
            if (task.state() == ExternalTask.State.OPEN && task.mode().equals(ErasureMode.EXPIRY.name())) {
                expire(request, task).ifPresent(next::add);
            }
        }
        if (items(request, standing)) {
            next.add(settings.now().plus(Duration.ofMinutes(settings.config().externalMinutes())));
        }
        return next.stream().min(Instant::compareTo);
    }

    private Optional<Instant> expire(Request request, ExternalTask task) {
        Instant due = task.due().orElseThrow();
        if (due.isAfter(settings.now())) {
            return Optional.of(due);
        }
        settle(request, task.id(), "The recipient keeps nothing beyond " + due + ", as it declared.", "platform");
        return Optional.empty();
    }

    /** Asks participants about copies of their items. @return whether some are still outside */
    private boolean items(Request request, Standing standing) {
        boolean open = false;
        String after = "";
        List<ItemEntity.Kept> page = progress.kept(request.id(), Outcome.Status.PENDING_EXTERNAL, after);
        while (!page.isEmpty()) {
            for (ItemEntity.Kept kept : page) {
                open |= !ask(request, kept);
                after = kept.id();
            }
            page = progress.kept(request.id(), Outcome.Status.PENDING_EXTERNAL, after);
        }
        boolean told = standing.external().contains(ITEMS);
        if (open != told) {
            ledger.append(request.id(), open ? EventKind.EXTERNAL_OPENED : EventKind.EXTERNAL_CLOSED, ITEMS);
        }
        return open;
    }

    private boolean ask(Request request, ItemEntity.Kept kept) {
        Outcome outcome;
        try {
            outcome = walk.roster()
                    .ask(kept.bundle(), participant -> participant.external(request.account(), kept.item()));
        } catch (PlatformException e) {
            return false;
        }
        if (outcome.status() == Outcome.Status.PENDING_EXTERNAL || outcome.status() == Outcome.Status.FAILED) {
            return false;
        }
        Tally tally = new Tally();
        boolean stays = outcome.status() == Outcome.Status.RETAINED;
        if (!stays) {
            tally.add(Tally.line(kept.bundle(), kept.item().holding(), outcome));
        }
        rows.transactions().required(() -> {
            progress.record(
                    request.id(),
                    new Progress.Done(
                            kept.bundle(),
                            tally,
                            stays ? Set.of() : Set.of(kept.item()),
                            stays ? Map.of(kept.item(), outcome) : Map.of()));
            return true;
        });
        return true;
    }
}
