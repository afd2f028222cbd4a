package org.image2ai.privacy.export;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.PlatformException;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.privacy.roster.Roster;

/** Copies the next items of one holding into a part: as many as fit. */
final class Copying {
    private static final int PAGE = 100;
    private static final int TRIES = 3;
    private static final int FAILURES_IN_A_ROW = 5;
    private static final int MOST_TORN = 20;

    private final Roster roster;
    private final Tears tears;
    private final Export export;
    private final Step step;
    private final Part part;
    private final List<String> missing;
    private Optional<String> cursor;
    private boolean over;
    private int unanswered;

    Copying(Roster roster, Tears tears, Export export, Part part) {
        this.roster = roster;
        this.tears = tears;
        this.export = export;
        this.step = export.plan().get(export.progress().step());
        this.part = part;
        this.missing = new ArrayList<>(export.progress().missing());
        this.cursor = export.progress().cursor();
    }

    /** @return how far the copy is once the part is durable */
    Export.Progress fill(long mostBytes) throws IOException {
        do {
            requireReadable();
            page();
        } while (!over && !part.isFull(mostBytes));
        Export.Progress before = export.progress();
        return new Export.Progress(
                over ? before.step() + 1 : before.step(),
                over ? Optional.empty() : cursor,
                over ? 0 : before.inStep() + part.items(),
                before.items() + part.items(),
                before.gaps() + part.gaps(),
                before.parts() + (part.items() + part.gaps() > 0 ? 1 : 0),
                missing);
    }

    /** A bundle whose files break off again and again would hold up the copy for ever. */
    private void requireReadable() throws IOException {
        if (tears.hopeless(ItemSink.prefix(export.id(), step)) >= MOST_TORN) {
            giveUp(new IllegalStateException("too many of its files break off"));
        }
    }

    private void page() throws IOException {
        if (over) {
            return;
        }
        Page<HeldItem> page;
        try {
            page = roster.ask(
                    step.bundle(),
                    participant -> participant.locate(export.subject(), step.holding(), new PageRequest(cursor, PAGE)));
        } catch (RuntimeException e) {
            giveUp(noAnswer(e));
            return;
        }
        for (HeldItem item : page.items()) {
            if (!over) {
                item(item);
            }
        }
        if (page.next().isPresent() && page.next().equals(cursor)) {
            giveUp(new IllegalStateException("its pages go round in a circle"));
        }
        cursor = page.next();
        over |= cursor.isEmpty();
    }

    private void item(HeldItem item) throws IOException {
        ItemSink sink = new ItemSink(part, step, export.progress().inStep() + part.items() + 1, tears, export.id());
        Optional<RuntimeException> wrong;
        try (sink) {
            wrong = ask(item, sink);
        }
        sink.requireWhole();
        wrong.ifPresent(this::requireNoRetry);
        sink.file(
                item,
                wrong.map(e -> new Gap(step.bundle(), step.holding(), "an item", reason(e))).stream()
                        .toList());
        if (unanswered >= FAILURES_IN_A_ROW) {
            giveUp(wrong.orElseThrow());
        }
    }

    /** What a participant throws is its answer; what the roster throws is that there was none. */
    private Optional<RuntimeException> ask(HeldItem item, ItemSink sink) {
        try {
            Optional<RuntimeException> wrong = roster.ask(step.bundle(), participant -> {
                try {
                    participant.export(export.subject(), item, sink);
                    return Optional.empty();
                } catch (RuntimeException e) {
                    return Optional.of(e);
                }
            });
            unanswered = 0;
            return wrong;
        } catch (RuntimeException e) {
            unanswered++;
            return Optional.of(noAnswer(e));
        }
    }

    /** No answer now may be one soon, whatever the reason. */
    private static RuntimeException noAnswer(RuntimeException e) {
        return e instanceof PlatformException known ? known.retryAfter(Duration.ZERO) : e;
    }

    /** The rest of the holding is missing. */
    private void giveUp(RuntimeException why) throws IOException {
        requireNoRetry(why);
        over = true;
        part.gap(new Gap(step.bundle(), step.holding(), "", reason(why)));
        if (!isMissing()) {
            missing.add(step.bundle() + ": " + reason(why));
        }
    }

    private boolean isMissing() {
        return missing.stream().anyMatch(name -> name.startsWith(step.bundle() + ": "));
    }

    /** What may be otherwise soon is asked for again some times, unless the bundle is known to be missing. */
    private void requireNoRetry(RuntimeException why) {
        boolean retryable = why instanceof PlatformException known && known.retryable();
        if (retryable && export.attempts() < TRIES && !isMissing()) {
            throw new Retry(step.bundle() + " cannot be asked just now: " + reason(why), why);
        }
    }

    private static String reason(RuntimeException e) {
        return e instanceof PlatformException known
                ? known.getMessage()
                : "The bundle failed: " + e.getClass().getSimpleName() + ".";
    }
}
