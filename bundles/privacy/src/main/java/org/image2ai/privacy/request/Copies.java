package org.image2ai.privacy.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.image2ai.api.PlatformException;
import org.image2ai.privacy.export.ExportListener;
import org.image2ai.privacy.export.ExportView;
import org.image2ai.privacy.export.Exports;
import org.image2ai.privacy.roster.Member;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;

/** The copy of everything that a request for access or portability ends in. */
@Component(service = {Copies.class, ExportListener.class})
public final class Copies implements ExportListener {
    static final String EXPORT = "org.image2ai.privacy.export";

    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration AFTER_FAILURE = Duration.ofMinutes(1);

    private final RequestRows rows;
    private final Ledger ledger;
    private final Walk walk;
    private final Others others;
    private final Settings settings;

    @Activate
    public Copies(@Reference Evidence evidence, @Reference Walk walk) {
        this.rows = evidence.rows();
        this.ledger = evidence.ledger();
        this.walk = walk;
        this.others = evidence.others();
        this.settings = evidence.settings();
    }

    /** Begins the copy, or looks how far it is. @return when to come back; empty when it is done */
    Optional<Instant> step(Request request, Standing standing) {
        Optional<Exports> exports = others.exports();
        if (exports.isEmpty()) {
            return blocked(request, standing, new TreeSet<>(List.of(EXPORT)), PAUSE);
        }
        if (request.exportId().isEmpty()) {
            return begin(request, exports.get());
        }
        Optional<ExportView> view = exports.get().find(request.exportId().get());
        if (view.isEmpty()) {
            // It is over, and was erased before anybody looked: it is made once more.
            return again(request, exports.get(), PAUSE);
        }
        return switch (view.get().state()) {
            case RUNNING -> blocked(request, standing, new TreeSet<>(), PAUSE);
            case FAILED -> again(request, exports.get(), AFTER_FAILURE);
            case READY -> ready(request, standing, exports.get(), view.get());
        };
    }

    private Optional<Instant> begin(Request request, Exports exports) {
        rows.transactions().required(() -> {
            String id = exports.start(request.id(), request.account());
            rows.change(request.id(), row -> row.export(id));
            return true;
        });
        return Optional.of(settings.now().plus(PAUSE));
    }

    private Optional<Instant> again(Request request, Exports exports, Duration pause) {
        rows.transactions().required(() -> {
            String id = exports.again(request.id(), request.account());
            rows.change(request.id(), row -> row.export(id));
            return true;
        });
        return Optional.of(settings.now().plus(pause));
    }

    /** A copy without what an absent bundle holds is no whole answer: it is made again when the bundle is back. */
    private Optional<Instant> ready(Request request, Standing standing, Exports exports, ExportView view) {
        SortedSet<String> missing = new TreeSet<>();
        view.missing().forEach(reason -> missing.add(reason.split(":", 2)[0]));
        if (missing.isEmpty()) {
            rows.transactions().required(() -> {
                note(request, standing, missing);
                ledger.append(request.id(), EventKind.ENDED, view.id(), Map.of("gaps", String.valueOf(view.gaps())));
                rows.change(request.id(), row -> row.ended(settings.now()));
                return true;
            });
            return Optional.empty();
        }
        boolean back = missing.stream().allMatch(this::isLive);
        return back && isTime(request, view)
                ? again(request, exports, PAUSE)
                : blocked(request, standing, missing, PAUSE);
    }

    /** Whoever fails while it is there may fail for long: a copy is made anew less and less often. */
    private boolean isTime(Request request, ExportView view) {
        Duration waited = Duration.between(request.received(), view.created());
        return !settings.now().isBefore(view.created().plus(waited.dividedBy(4)));
    }

    private boolean isLive(String bundle) {
        return walk.roster()
                .find(bundle)
                .filter(member -> member.state() == Member.State.LIVE)
                .isPresent();
    }

    private Optional<Instant> blocked(Request request, Standing standing, SortedSet<String> by, Duration pause) {
        rows.transactions().required(() -> {
            note(request, standing, by);
            return true;
        });
        return Optional.of(settings.now().plus(pause));
    }

    private void note(Request request, Standing standing, SortedSet<String> by) {
        by.stream()
                .filter(bundle -> !standing.blockedBy().contains(bundle))
                .forEach(bundle -> ledger.append(request.id(), EventKind.BLOCKED, bundle));
        standing.blockedBy().stream()
                .filter(bundle -> !by.contains(bundle))
                .forEach(bundle -> ledger.append(request.id(), EventKind.UNBLOCKED, bundle));
    }

    @Override
    public void ended(String request, String exportId, List<String> gaps) {
        lookNow(request);
    }

    @Override
    public void failed(String request, String exportId, String reason) {
        lookNow(request);
    }

    private void lookNow(String request) {
        try {
            rows.transactions().required(() -> {
                rows.change(request, row -> row.next(Optional.of(settings.now())));
                return true;
            });
        } catch (PlatformException e) {
            // A copy that no request asked for; there is nobody to tell.
            if (!e.code().equals("request_not_found")) {
                throw e;
            }
        }
    }
}
