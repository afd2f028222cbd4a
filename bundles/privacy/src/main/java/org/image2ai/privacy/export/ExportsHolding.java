package org.image2ai.privacy.export;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.image2ai.api.AccountId;
import org.image2ai.api.Page;
import org.image2ai.api.PageRequest;
import org.image2ai.api.privacy.ExportSink;
import org.image2ai.api.privacy.HeldItem;
import org.image2ai.api.privacy.Outcome;

/** A person's copies. A copy says of another only that it is there, else each would hold all those before it. */
final class ExportsHolding implements OwnHolding {
    private final ExportService exports;

    ExportsHolding(ExportService exports) {
        this.exports = exports;
    }

    @Override
    public Page<HeldItem> locate(AccountId subject, PageRequest page) {
        return exports.list(subject, page).map(export -> new HeldItem("exports", export.id(), export.created()));
    }

    private Optional<Export> find(AccountId subject, HeldItem item) {
        return exports.row(item.key()).filter(export -> export.subject().equals(subject));
    }

    @Override
    public void export(AccountId subject, HeldItem item, ExportSink sink) {
        find(subject, item)
                .ifPresent(export -> sink.data(Map.of(
                        "id", export.id(),
                        "request", export.request(),
                        "state", export.state().name(),
                        "created", export.created().toString())));
    }

    @Override
    public Outcome plan(AccountId subject, HeldItem item) {
        return find(subject, item).map(export -> Outcome.erased()).orElseGet(Outcome::notFound);
    }

    @Override
    public Outcome erase(AccountId subject, HeldItem item) {
        return find(subject, item)
                .filter(exports::remove)
                .map(export -> Outcome.erased())
                .orElseGet(Outcome::notFound);
    }

    /** {@link ExportSweep} sees to it every hour. */
    @Override
    public int sweep(Instant now, boolean dryRun, int limit) {
        return 0;
    }
}
